package dev.toolwire.wire.converse;

import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.StopReason;
import dev.toolwire.model.Reply;
import dev.toolwire.wire.json.WireObject;
import java.util.List;
import java.util.Set;

/// Reads the body of a unary answer.
final class ReplyReader {

  private static final Set<String> KNOWN = Set.of("output", "stopReason", "usage", "metrics");

  private ReplyReader() {}

  static Reply read(byte[] body) {
    WireObject answer = WireObject.parse("the answer", body, 0, body.length);
    List<ContentBlock> content =
        BlockReader.content(answer.requireObject("output").requireObject("message"));
    return new Reply(
        content,
        StopReason.of(answer.requireText("stopReason")),
        AnswerFigures.usage(answer),
        AnswerFigures.latency(answer),
        AnswerFigures.rest(answer, KNOWN));
  }
}
