package dev.toolwire.wire.converse;

import java.util.List;
import java.util.function.Consumer;

/// A stored prompt brings its own settings, which a request may not give again; only a stored
/// prompt has variables.
final class PromptRules {

  private static final List<String> OF_THE_PROMPT =
      List.of("additionalModelRequestFields", "inferenceConfig", "system", "toolConfig");

  private PromptRules() {}

  static void check(CheckedRequest request, Consumer<String> refuse) {
    if (request.prompt()) {
      OF_THE_PROMPT.stream()
          .filter(request.body()::hasNonNull)
          .forEach(member ->
              refuse.accept(
                  "The %s field can't be used with a prompt. Remove %s and try again."
                      .formatted(member, member)));
    } else if (request.body().hasNonNull("promptVariables")) {
      refuse.accept(
          "The promptVariables field can only be used with a prompt."
              + " Remove promptVariables and try again.");
    }
  }
}
