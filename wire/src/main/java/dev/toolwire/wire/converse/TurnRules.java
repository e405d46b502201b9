package dev.toolwire.wire.converse;

import dev.toolwire.wire.converse.CheckedRequest.Turn;
import java.util.List;
import java.util.function.Consumer;

/// A conversation starts with the user, and user and assistant alternate. System messages may stand
/// between, and do not count.
final class TurnRules {

  private static final String START =
      "A conversation must start with a user message. Try again with a conversation that starts"
          + " with a user message.";
  private static final String ALTERNATE =
      "A conversation must alternate between user and assistant roles. Make sure the conversation"
          + " alternates between user and assistant roles and try again.";

  private TurnRules() {}

  static void check(CheckedRequest request, Consumer<String> refuse) {
    List<Turn> turns = request.turns();
    if (!request.prompt() && (turns.isEmpty() || !turns.getFirst().isUser())) {
      refuse.accept(START);
    }
    String last = "";
    for (Turn turn : turns) {
      if (turn.isUser() || turn.isAssistant()) {
        if (turn.role().equals(last)) {
          refuse.accept(ALTERNATE);
        }
        last = turn.role();
      }
    }
  }
}
