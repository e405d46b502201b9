package dev.toolwire.wire.converse;

import dev.toolwire.model.ModelProfile;
import dev.toolwire.model.ModelProfile.Choice;
import dev.toolwire.wire.converse.CheckedRequest.Block;
import dev.toolwire.wire.converse.CheckedRequest.Turn;
import java.util.Map;
import java.util.function.Consumer;

/// What this model does not take, although Converse can say it. Of a model that nobody has
/// described nothing is known that it does not take: the unknown profile is a sender's caution, no
/// fact.
final class FeatureRules {

  private static final Map<String, Choice> CHOICES =
      Map.of("auto", Choice.AUTO, "any", Choice.ANY, "tool", Choice.NAMED);

  private FeatureRules() {}

  static void check(CheckedRequest request, Consumer<String> refuse) {
    ModelProfile profile = request.profile();
    if (profile.isUnknown()) {
      return;
    }
    if (!profile.system() && !request.system().isEmpty()) {
      refuse.accept(
          "This model doesn't support system messages. Try again without a system message or"
              + " use a model that supports system messages.");
    }
    if (request.hasToolConfig()) {
      checkTools(request, refuse);
    }
    for (Turn turn : request.turns()) {
      checkTurn(turn, profile, refuse);
    }
  }

  private static void checkTools(CheckedRequest request, Consumer<String> refuse) {
    ModelProfile profile = request.profile();
    if (!profile.tools()) {
      refuse.accept("This model doesn't support tool use.");
    } else if (request.streaming() && !profile.streamingTools()) {
      refuse.accept("This model doesn't support tool use in streaming mode.");
    }
    Choice choice = CHOICES.get(request.toolChoice());
    if (choice != null && !profile.toolChoices().contains(choice)) {
      refuse.accept(noField("toolConfig.toolChoice." + request.toolChoice()));
    }
  }

  private static void checkTurn(Turn turn, ModelProfile profile, Consumer<String> refuse) {
    boolean results = false;
    boolean others = false;
    for (Block block : turn.content()) {
      boolean result = block.is("toolResult");
      results |= result;
      others |= !result && !block.is("cachePoint");
      if (result && !profile.resultStatus() && block.value().hasNonNull("status")) {
        refuse.accept(noField("toolResult.status"));
      }
      if (!profile.images() && hasImage(block)) {
        refuse.accept(noField("image", "user"));
      }
    }
    if (turn.isUser() && results && others && !profile.textBesideResults()) {
      refuse.accept(
          "%s: Conversation blocks and tool result blocks cannot be provided in the same turn."
              .formatted(turn.at()));
    }
  }

  private static boolean hasImage(Block block) {
    return block.is("image")
        || (block.is("toolResult") && block.content().stream().anyMatch(part -> part.is("image")));
  }

  private static String noField(String field) {
    return "This model doesn't support the %s field. Remove %s and try again."
        .formatted(field, field);
  }

  /// The service's words for a block that may not come from `role`.
  static String noField(String field, String role) {
    return "This model doesn't support the %s field for %s messages.".formatted(field, role);
  }
}
