package dev.toolwire.wire.converse;

import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelProfile;

/// The models that take what Anthropic's own wire takes, in `additionalModelRequestFields`.
final class Claude {

  private Claude() {}

  static boolean is(ModelId model, ModelProfile profile) {
    return model.value().contains("anthropic.claude") || profile.family().startsWith("Claude");
  }
}
