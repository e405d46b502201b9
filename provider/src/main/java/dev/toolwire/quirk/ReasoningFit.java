package dev.toolwire.quirk;

import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.Reasoning;
import dev.toolwire.conversation.RedactedReasoning;
import dev.toolwire.model.Loss.Kind;
import dev.toolwire.model.ModelProfile.ReasoningReplay;
import dev.toolwire.model.ModelRequest;
import java.util.Optional;

/// Leaves out reasoning that the model may not be shown again.
final class ReasoningFit {

  private ReasoningFit() {}

  static ModelRequest fit(ModelRequest request, Occasion occasion) {
    boolean never = occasion.profile().reasoning() == ReasoningReplay.NEVER;
    String why =
        never
            ? "reasoning, which the model is not shown again"
            : "reasoning that the model has not signed";
    return Turns.fit(
        request,
        never ? ReasoningFit::isReasoning : ReasoningFit::isUnsigned,
        (path, _) -> {
          occasion.lost(path, Kind.DROPPED, why);
          return Optional.empty();
        });
  }

  private static boolean isReasoning(ContentBlock block) {
    return block instanceof Reasoning || block instanceof RedactedReasoning;
  }

  private static boolean isUnsigned(ContentBlock block) {
    return block instanceof Reasoning reasoning && reasoning.signature().isEmpty();
  }
}
