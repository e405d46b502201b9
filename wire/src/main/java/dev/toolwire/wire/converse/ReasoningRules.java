package dev.toolwire.wire.converse;

import dev.toolwire.wire.converse.CheckedRequest.Block;
import dev.toolwire.wire.converse.CheckedRequest.Turn;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// While Claude thinks, it may not be forced to call a tool, and a tool round in progress must
/// begin with the signed reasoning that led to it.
final class ReasoningRules {

  private static final Set<String> FORCED = Set.of("any", "tool");

  /// What the model's own API calls the blocks.
  private static final Map<String, String> NATIVE = Map.of("toolUse", "tool_use", "text", "text");

  private ReasoningRules() {}

  static void check(CheckedRequest request, Consumer<String> refuse) {
    if (!request.isThinking()) {
      return;
    }
    if (FORCED.contains(request.toolChoice())) {
      refuse.accept(
          ModelLayer.says("Thinking may not be enabled when tool_choice forces tool use."));
    }
    request.turns().forEach(turn -> checkSigned(turn, refuse));
    checkRound(request.turns(), refuse);
  }

  private static void checkSigned(Turn turn, Consumer<String> refuse) {
    turn.blocks("reasoningContent")
        .filter(block -> block.value().hasNonNull("reasoningText"))
        .filter(
            block -> block.value().path("reasoningText").path("signature").asString("").isEmpty())
        .forEach(block ->
            refuse.accept(ModelLayer.says(block.at() + ".thinking.signature: Field required")));
  }

  /// A round may take several calls one after the other; the reasoning stands before the first.
  private static void checkRound(List<Turn> turns, Consumer<String> refuse) {
    int first = turns.size();
    while (first >= 2 && isRound(turns.get(first - 2), turns.get(first - 1))) {
      first -= 2;
    }
    if (first == turns.size()) {
      return;
    }
    Block start = turns.get(first).content().getFirst();
    if (!start.is("reasoningContent")) {
      refuse.accept(ModelLayer.says(unreasoned(start)));
    }
  }

  private static boolean isRound(Turn calls, Turn results) {
    return calls.has("toolUse") && results.isUser() && results.has("toolResult");
  }

  private static String unreasoned(Block start) {
    String found = NATIVE.getOrDefault(start.kind(), start.kind());
    return start.at()
        + ".type: Expected `thinking` or `redacted_thinking`, but found `"
        + found
        + "`. When `thinking` is enabled, a final `assistant` message must start with a thinking"
        + " block (preceeding the lastmost set of `tool_use` and `tool_result` blocks). We"
        + " recommend you include thinking blocks from previous turns. To avoid this requirement,"
        + " disable `thinking`. Please consult our documentation at"
        + " https://docs.claude.com/en/docs/build-with-claude/extended-thinking";
  }
}
