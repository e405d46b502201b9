package dev.toolwire.wire.converse;

import dev.toolwire.wire.converse.CheckedRequest.Block;
import dev.toolwire.wire.converse.CheckedRequest.Turn;
import java.util.function.Consumer;

/// A conversation that ends with the assistant asks the model to go on from there, which newer
/// models do not, and the others do only from a word's end.
final class EndingRules {

  private EndingRules() {}

  static void check(CheckedRequest request, Consumer<String> refuse) {
    if (request.turns().isEmpty() || !request.turns().getLast().isAssistant()) {
      return;
    }
    Turn last = request.turns().getLast();
    if (!request.profile().prefill()) {
      refuse.accept(
          ModelLayer.says(
              "This model does not support assistant message prefill. The conversation must end"
                  + " with a user message."));
    }
    Block end = last.content().getLast();
    if (end.is("text")
        && !end.value().stringValue().equals(end.value().stringValue().stripTrailing())) {
      refuse.accept(
          ModelLayer.says("messages: final assistant content cannot end with trailing whitespace"));
    }
  }
}
