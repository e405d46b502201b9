package dev.toolwire.wire.messages;

import dev.toolwire.wire.messages.Turn.Block;
import java.util.function.Consumer;

/// How a request may end: with the user, or on older models with the beginning of the answer.
final class EndingRules {

  private EndingRules() {}

  static void check(CheckedRequest request, Consumer<String> refuse) {
    Turn last = request.turns().getLast();
    if (!last.is("assistant")) {
      return;
    }
    if (!request.profile().prefill()) {
      refuse.accept(
          "This model does not support assistant message prefill. The conversation must end with a"
              + " user message.");
    } else if (!last.blocks().isEmpty() && endsInSpace(last.blocks().getLast())) {
      refuse.accept("messages: final assistant content cannot end with trailing whitespace");
    }
  }

  private static boolean endsInSpace(Block block) {
    String text = block.text("text");
    return block.type().equals("text") && !text.equals(text.stripTrailing());
  }
}
