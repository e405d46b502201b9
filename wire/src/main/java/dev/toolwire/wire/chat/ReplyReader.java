package dev.toolwire.wire.chat;

import dev.toolwire.model.MessageFold;
import dev.toolwire.model.Reply;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.wire.json.WireObject;

/// Reads the body of a whole answer, through the same fold as a stream.
final class ReplyReader {

  private ReplyReader() {}

  static Reply read(byte[] body) {
    AnswerEvents events = new AnswerEvents();
    read(WireObject.parse("the answer", body, 0, body.length), events);
    events.end();
    MessageFold fold = new MessageFold();
    for (StreamEvent event = events.poll(); event != null; event = events.poll()) {
      fold.accept(event);
    }
    return fold.reply();
  }

  /// Reads an answer up to its end, which is left to tell.
  ///
  /// @throws dev.toolwire.model.ProviderException if it is an error
  static void read(WireObject answer, AnswerEvents events) {
    if (!answer.has("choices")
        && (answer.has("error") || answer.text("object").orElse("").equals("error"))) {
      throw ErrorReader.inBody(answer);
    }
    events.whole(answer);
  }
}
