package dev.toolwire.wire.messages;

import dev.toolwire.wire.messages.Turn.Block;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Every `tool_use` has exactly one `tool_result`, at the beginning of the next turn.
final class ToolPairRules {

  private ToolPairRules() {}

  static void check(CheckedRequest request, Consumer<String> refuse) {
    Set<String> seen = new HashSet<>();
    List<Turn> turns = request.turns();
    for (int i = 0; i < turns.size(); i++) {
      Turn turn = turns.get(i);
      turn.all("tool_use")
          .filter(call -> !seen.add(call.text("id")))
          .forEach(_ -> refuse.accept("messages: `tool_use` ids must be unique"));
      if (turn.is("user")) {
        checkResults(turn, i == 0 ? Set.of() : calls(turns.get(i - 1)), refuse);
      }
      if (turn.is("assistant") && turn.has("tool_use")) {
        checkAnswered(turn, i + 1 < turns.size() ? leading(turns.get(i + 1)) : Set.of(), refuse);
      }
    }
  }

  private static void checkResults(Turn turn, Set<String> calls, Consumer<String> refuse) {
    Set<String> answered = new HashSet<>();
    turn.all("tool_result")
        .forEach(result -> {
          String id = result.text("tool_use_id");
          if (!calls.contains(id)) {
            refuse.accept(
                "%s: unexpected `tool_use_id` found in `tool_result` blocks: %s. Each `tool_result`"
                        .formatted(result.at(), id)
                    + " block must have a corresponding `tool_use` block in the previous message.");
          } else if (!answered.add(id)) {
            refuse.accept(
                "%s: each tool_use must have a single result. Found multiple `tool_result` blocks"
                        .formatted(result.at())
                    + " with id: "
                    + id);
          }
        });
  }

  private static void checkAnswered(Turn turn, Set<String> answered, Consumer<String> refuse) {
    Set<String> missing = calls(turn);
    missing.removeAll(answered);
    if (!missing.isEmpty()) {
      refuse.accept(
          "messages.%d: `tool_use` ids were found without `tool_result` blocks immediately after:"
                  .formatted(turn.last())
              + " "
              + String.join(", ", missing)
              + ". Each `tool_use` block must have a corresponding `tool_result` block in the next"
              + " message.");
    }
  }

  private static Set<String> calls(Turn turn) {
    return turn.all("tool_use")
        .map(call -> call.text("id"))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// The ids of the results that stand before anything else.
  private static Set<String> leading(Turn turn) {
    return turn.blocks().stream()
        .takeWhile(block -> block.type().equals("tool_result"))
        .map((Block result) -> result.text("tool_use_id"))
        .collect(Collectors.toSet());
  }
}
