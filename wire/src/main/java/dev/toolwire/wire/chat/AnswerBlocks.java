package dev.toolwire.wire.chat;

import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.StreamEvent;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/// Tells the blocks of one answer in the order in which they begin. Text and reasoning end where
/// something else begins; pieces of `reasoning_details` are gathered until then.
final class AnswerBlocks {

  private enum Open {
    NOTHING,
    TEXT,
    REASONING
  }

  private final Consumer<StreamEvent> events;
  private final ReasoningDetails details = new ReasoningDetails();
  private Open open = Open.NOTHING;
  private int block;
  private int last = -1;

  AnswerBlocks(Consumer<StreamEvent> events) {
    this.events = events;
  }

  /// A piece of text.
  void text(String piece) {
    if (!piece.isEmpty()) {
      require(Open.TEXT);
      events.accept(new StreamEvent.TextDelta(block, piece));
    }
  }

  /// A piece of reasoning.
  void reasoning(String piece) {
    if (!piece.isEmpty()) {
      require(Open.REASONING);
      events.accept(new StreamEvent.ReasoningDelta(block, piece));
    }
  }

  /// A piece of `reasoning_details`.
  void detail(ObjectNode piece) {
    details.add(piece);
  }

  /// A source of the text that is being told; nothing if none is.
  void citation(JsonObject citation) {
    if (open == Open.TEXT) {
      events.accept(new StreamEvent.CitationDelta(block, citation));
    }
  }

  /// A block that has come whole.
  void whole(ContentBlock content) {
    tell(next(), content);
  }

  /// Closes what is open, and numbers the block that begins.
  int next() {
    close();
    return ++last;
  }

  /// Closes what is open, and tells the details that were gathered.
  void close() {
    if (open != Open.NOTHING) {
      events.accept(new StreamEvent.ContentBlockStop(block));
      open = Open.NOTHING;
    }
    if (!details.isEmpty()) {
      tell(++last, details.take());
    }
  }

  private void require(Open kind) {
    if (open != kind) {
      block = next();
      open = kind;
    }
  }

  private void tell(int index, ContentBlock content) {
    events.accept(new StreamEvent.WholeBlock(index, content));
    events.accept(new StreamEvent.ContentBlockStop(index));
  }
}
