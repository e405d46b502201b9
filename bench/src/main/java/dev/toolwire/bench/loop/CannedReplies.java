package dev.toolwire.bench.loop;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolName;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.conversation.Usage;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.Reply;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.wire.converse.ConverseServerCodec;
import dev.toolwire.wire.converse.ConverseStreamEncoder;
import dev.toolwire.wire.converse.Padding;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/// Whole HTTP responses, made once. A stream has a chunk for each frame and padding as the service
/// writes it.
final class CannedReplies {

  private static final int DELTA = 8;
  private static final ConverseServerCodec CODEC = new ConverseServerCodec();

  private CannedReplies() {}

  /// The answer to a request that carries so many tool results.
  static Reply reply(boolean longInput, int results) {
    if (longInput) {
      return results == 0
          ? called(text("I will write that down."), call("w1", Peppers.WRITE, longInput()))
          : answered("It is written.");
    }
    return switch (results) {
      case 0 ->
          called(
              text("I will count the letters first."),
              call("c1", Peppers.COUNT, counting("p")),
              call("c2", Peppers.COUNT, counting("e")));
      case 2 -> called(call("m1", Peppers.MULTIPLY, "{\"expr\":\"9 * 8\"}"));
      default -> answered(Peppers.ANSWER);
    };
  }

  private static String counting(String letter) {
    return "{\"word\":\"" + Peppers.SENTENCE + "\",\"letter\":\"" + letter + "\"}";
  }

  private static String longInput() {
    String rest = "{\"path\":\"long.txt\",\"content\":\"\"}";
    String line = "sixteen letters.";
    return rest.substring(0, rest.length() - 2)
        + line.repeat(Peppers.INPUT_DELTAS * Peppers.DELTA_BYTES / line.length() - 4)
        + rest.substring(rest.length() - 2);
  }

  private static ContentBlock text(String text) {
    return new Text(text);
  }

  private static ContentBlock call(String id, String tool, String input) {
    return new ToolUse(new ToolUseId("tooluse_" + id), new ToolName(tool), ToolInput.of(input));
  }

  private static Reply called(ContentBlock... content) {
    return reply(List.of(content), StopReason.of("tool_use"));
  }

  private static Reply answered(String answer) {
    return reply(List.of(text(answer)), StopReason.of("end_turn"));
  }

  private static Reply reply(List<ContentBlock> content, StopReason reason) {
    return new Reply(content, reason, new Usage(512, 64), Duration.ofMillis(551), JsonObject.EMPTY);
  }

  static byte[] unary(Reply reply) {
    byte[] body = CODEC.reply(reply);
    return joined(
        """
        HTTP/1.1 200 OK\r
        Date: Fri, 20 Nov 2026 12:00:00 GMT\r
        Content-Type: application/json\r
        Content-Length: %d\r
        x-amzn-RequestId: 0b9c1e7e-58e4-4a0e-a5c0-6b1df5e55b0f\r
        \r
        """
            .formatted(body.length)
            .getBytes(US_ASCII),
        body);
  }

  static byte[] streamed(Reply reply) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(STREAM_HEAD);
    ConverseStreamEncoder encoder = CODEC.encoder(Padding.random(new SplittableRandom(7)));
    int size = reply.content().size() == 2 ? Peppers.DELTA_BYTES : DELTA;
    reply.events().forEach(event -> pieces(event, size, encoder, out));
    out.writeBytes("0\r\n\r\n".getBytes(US_ASCII));
    return out.toByteArray();
  }

  static final byte[] STREAM_HEAD =
      """
      HTTP/1.1 200 OK\r
      Date: Fri, 20 Nov 2026 12:00:00 GMT\r
      Content-Type: application/vnd.amazon.eventstream\r
      x-amzn-RequestId: 0b9c1e7e-58e4-4a0e-a5c0-6b1df5e55b0f\r
      Transfer-Encoding: chunked\r
      \r
      """
          .getBytes(US_ASCII);

  private static void pieces(
      StreamEvent event, int size, ConverseStreamEncoder encoder, ByteArrayOutputStream out) {
    switch (event) {
      case StreamEvent.TextDelta(int index, String text) ->
          cut(
              text,
              size,
              piece -> chunk(encoder.event(new StreamEvent.TextDelta(index, piece)), out));
      case StreamEvent.ToolInputDelta(int index, String text) ->
          cut(
              text,
              size,
              piece -> chunk(encoder.event(new StreamEvent.ToolInputDelta(index, piece)), out));
      default -> chunk(encoder.event(event), out);
    }
  }

  private static void cut(String text, int size, java.util.function.Consumer<String> sink) {
    for (int from = 0; from < text.length(); from += size) {
      sink.accept(text.substring(from, Math.min(text.length(), from + size)));
    }
  }

  static void chunk(byte[] frame, ByteArrayOutputStream out) {
    out.writeBytes((Integer.toHexString(frame.length) + "\r\n").getBytes(US_ASCII));
    out.writeBytes(frame);
    out.writeBytes("\r\n".getBytes(UTF_8));
  }

  private static byte[] joined(byte[] head, byte[] body) {
    byte[] all = new byte[head.length + body.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(body, 0, all, head.length, body.length);
    return all;
  }
}
