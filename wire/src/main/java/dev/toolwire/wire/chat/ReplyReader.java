package dev.toolwire.wire.chat;

import dev.toolwire.model.StreamEvent;
import dev.toolwire.wire.json.WireObject;
import java.util.ArrayList;
import java.util.List;

/// Reads the body of a whole answer into the events of a stream.
final class ReplyReader {

  private ReplyReader() {}

  static List<StreamEvent> events(byte[] body) {
    AnswerEvents answer = new AnswerEvents();
    read(WireObject.parse("the answer", body, 0, body.length), answer);
    answer.end();
    List<StreamEvent> events = new ArrayList<>();
    for (StreamEvent event = answer.poll(); event != null; event = answer.poll()) {
      events.add(event);
    }
    return events;
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
