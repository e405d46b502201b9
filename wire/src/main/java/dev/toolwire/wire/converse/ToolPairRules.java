package dev.toolwire.wire.converse;

import dev.toolwire.wire.converse.CheckedRequest.Turn;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Each toolUse of an assistant message is answered once, in the message right after it, and
/// nothing else is answered there. The provider answers calls of its own tools itself.
final class ToolPairRules {

  private ToolPairRules() {}

  static void check(CheckedRequest request, Consumer<String> refuse) {
    Set<String> open = Set.of();
    for (Turn turn : request.turns()) {
      checkUnique(turn, "toolUse", refuse);
      if (!turn.isAssistant()) {
        checkUnique(turn, "toolResult", refuse);
        checkAnswers(turn.at(), open, turn.isUser() ? ids(turn, "toolResult") : List.of(), refuse);
      }
      open = turn.isAssistant() ? openCalls(turn) : Set.of();
    }
    checkAnswers("messages." + request.turns().size() + ".content", open, List.of(), refuse);
  }

  private static Set<String> openCalls(Turn turn) {
    Set<String> open = new LinkedHashSet<>();
    turn.blocks("toolUse")
        .filter(call -> !call.text("type").equals("server_tool_use"))
        .forEach(call -> open.add(call.text("toolUseId")));
    return open;
  }

  private static void checkUnique(Turn turn, String kind, Consumer<String> refuse) {
    Set<String> seen = new LinkedHashSet<>();
    Set<String> twice = new LinkedHashSet<>();
    ids(turn, kind).stream().filter(id -> !seen.add(id)).forEach(twice::add);
    if (!twice.isEmpty()) {
      refuse.accept(
          "The %s blocks at %s contain duplicate Ids: %s"
              .formatted(kind, turn.at(), String.join(", ", twice)));
    }
  }

  private static void checkAnswers(
      String at, Set<String> open, List<String> results, Consumer<String> refuse) {
    if (results.size() > open.size()) {
      refuse.accept(
          "The number of toolResult blocks at "
              + at
              + " exceeds the number of toolUse blocks of previous turn.");
    }
    Set<String> missing = new LinkedHashSet<>(open);
    results.forEach(missing::remove);
    if (!missing.isEmpty()) {
      refuse.accept(
          "Expected toolResult blocks at %s for the following Ids: %s"
              .formatted(at, String.join(", ", missing)));
    }
  }

  private static List<String> ids(Turn turn, String kind) {
    return turn.blocks(kind).map(block -> block.text("toolUseId")).toList();
  }
}
