package dev.toolwire.bench.loop;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.toolwire.model.Reply;
import dev.toolwire.model.StreamEvent;
import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import java.util.function.Function;

/// Whole HTTP responses, made once. A stream has a chunk for each event.
public final class CannedHttp {

  private static final int DELTA = 8;

  private CannedHttp() {}

  /// A response with this body.
  ///
  /// @param requestId a header and its value
  public static byte[] whole(String requestId, byte[] body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(
        """
        HTTP/1.1 200 OK\r
        Date: Fri, 20 Nov 2026 12:00:00 GMT\r
        Content-Type: application/json\r
        Content-Length: %d\r
        %s\r
        \r
        """
            .formatted(body.length, requestId)
            .getBytes(US_ASCII));
    out.writeBytes(body);
    return out.toByteArray();
  }

  /// A response that is a stream of the reply's events, its texts in small pieces.
  ///
  /// @param requestId a header and its value
  /// @param encoder gives the bytes of each event; an empty array for none
  public static byte[] streamed(
      String type, String requestId, Reply reply, Function<StreamEvent, byte[]> encoder) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(
        """
        HTTP/1.1 200 OK\r
        Date: Fri, 20 Nov 2026 12:00:00 GMT\r
        Content-Type: %s\r
        %s\r
        Transfer-Encoding: chunked\r
        \r
        """
            .formatted(type, requestId)
            .getBytes(US_ASCII));
    int size = reply.content().size() == 2 ? Peppers.DELTA_BYTES : DELTA;
    reply.events().forEach(event -> pieces(event, size, piece -> chunk(encoder.apply(piece), out)));
    out.writeBytes("0\r\n\r\n".getBytes(US_ASCII));
    return out.toByteArray();
  }

  private static void pieces(StreamEvent event, int size, Consumer<StreamEvent> sink) {
    switch (event) {
      case StreamEvent.TextDelta(int index, String text) ->
          cut(text, size, piece -> sink.accept(new StreamEvent.TextDelta(index, piece)));
      case StreamEvent.ToolInputDelta(int index, String text) ->
          cut(text, size, piece -> sink.accept(new StreamEvent.ToolInputDelta(index, piece)));
      default -> sink.accept(event);
    }
  }

  private static void cut(String text, int size, Consumer<String> sink) {
    for (int from = 0; from < text.length(); from += size) {
      sink.accept(text.substring(from, Math.min(text.length(), from + size)));
    }
  }

  private static void chunk(byte[] event, ByteArrayOutputStream out) {
    if (event.length > 0) {
      out.writeBytes((Integer.toHexString(event.length) + "\r\n").getBytes(US_ASCII));
      out.writeBytes(event);
      out.writeBytes("\r\n".getBytes(US_ASCII));
    }
  }
}
