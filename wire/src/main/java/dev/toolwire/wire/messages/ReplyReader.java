package dev.toolwire.wire.messages;

import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.Usage;
import dev.toolwire.model.Reply;
import dev.toolwire.wire.json.WireObject;
import java.time.Duration;
import java.util.Set;

/// Reads the body of a unary answer.
final class ReplyReader {

  static final Set<String> KNOWN = Set.of("type", "role", "content", "stop_reason", "usage");

  private ReplyReader() {}

  static Reply read(byte[] body) {
    return read(WireObject.parse("the answer", body, 0, body.length));
  }

  /// @throws dev.toolwire.model.ProviderException if the answer is an error
  static Reply read(WireObject answer) {
    if (answer.text("type").orElse("").equals("error") || answer.has("error")) {
      throw ErrorReader.inBody(answer);
    }
    if (answer.find("content") == null) {
      throw answer.wrong("a message with content", "none");
    }
    return new Reply(
        BlockReader.content(answer),
        StopReason.of(answer.requireText("stop_reason")),
        answer.object("usage").map(UsageFigures::read).orElse(Usage.NONE),
        Duration.ZERO,
        answer.restWithoutNulls(KNOWN));
  }
}
