package dev.toolwire.wire.messages;

import dev.toolwire.wire.messages.Turn.Block;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// What thinking asks of the rest of a request, and of the turn that it belongs to.
///
/// @see <a href="https://platform.claude.com/docs/en/build-with-claude/extended-thinking">Extended
///   thinking</a>
final class ThinkingRules {

  private static final Set<String> FORCED = Set.of("any", "tool");
  private static final Set<String> THOUGHT = Set.of("thinking", "redacted_thinking");

  private ThinkingRules() {}

  static void check(CheckedRequest request, Consumer<String> refuse) {
    int budget = request.body().path("thinking").path("budget_tokens").asInt(0);
    if (budget > 0
        && request.body().has("max_tokens")
        && request.body().path("max_tokens").asInt(0) <= budget) {
      refuse.accept(
          "`max_tokens` must be greater than `thinking.budget_tokens`. Please consult our"
              + " documentation at"
              + " https://docs.claude.com/en/docs/build-with-claude/extended-thinking#max-tokens-and-context-window-size");
    }
    if (!request.isThinking()) {
      return;
    }
    if (FORCED.contains(request.toolChoice())) {
      refuse.accept("Thinking may not be enabled when tool_choice forces tool use.");
    }
    checkRound(request.turns(), refuse);
  }

  /// A round may take several calls one after the other; the thinking stands before the first.
  private static void checkRound(List<Turn> turns, Consumer<String> refuse) {
    int first = turns.size();
    while (first >= 2 && isRound(turns.get(first - 2), turns.get(first - 1))) {
      first -= 2;
    }
    if (first == turns.size() || turns.get(first).blocks().isEmpty()) {
      return;
    }
    Block start = turns.get(first).blocks().getFirst();
    if (!THOUGHT.contains(start.type())) {
      refuse.accept(
          start.at()
              + ".type: Expected `thinking` or `redacted_thinking`, but found `"
              + start.type()
              + "`. When `thinking` is enabled, a final `assistant` message must start with a"
              + " thinking block (preceeding the lastmost set of `tool_use` and `tool_result`"
              + " blocks). We recommend you include thinking blocks from previous turns. To avoid"
              + " this requirement, disable `thinking`. Please consult our documentation at"
              + " https://docs.claude.com/en/docs/build-with-claude/extended-thinking");
    }
  }

  private static boolean isRound(Turn calls, Turn results) {
    return calls.is("assistant")
        && calls.has("tool_use")
        && results.is("user")
        && results.has("tool_result");
  }
}
