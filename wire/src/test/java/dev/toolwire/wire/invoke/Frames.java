package dev.toolwire.wire.invoke;

import dev.toolwire.json.JsonObject;
import dev.toolwire.wire.eventstream.EventStreamDecoder;
import dev.toolwire.wire.eventstream.EventStreamFrame;
import dev.toolwire.wire.eventstream.MessageKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/// The frames of a stream as a person reads them.
final class Frames {

  private Frames() {}

  /// The events of Messages in the chunks of a stream.
  static Stream<String> told(byte[] stream) {
    return payloads(stream).stream()
        .map(payload -> JsonObject.parse(payload).text(InvokeStreamEncoder.BYTES).orElseThrow())
        .map(base64 -> new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8));
  }

  /// The payload of a stream's only frame.
  static String payload(byte[] frame) {
    return payloads(frame).getFirst();
  }

  /// The type of an exception that is the only frame of a stream.
  static String kind(byte[] frame) {
    return decoder(frame).next() instanceof EventStreamFrame only
            && only.kind() instanceof MessageKind.ModeledException(String type)
        ? type
        : "no exception";
  }

  private static List<String> payloads(byte[] stream) {
    EventStreamDecoder decoder = decoder(stream);
    List<String> payloads = new ArrayList<>();
    while (decoder.next() instanceof EventStreamFrame frame) {
      payloads.add(
          new String(
              frame.array(), frame.payloadOffset(), frame.payloadLength(), StandardCharsets.UTF_8));
    }
    return payloads;
  }

  private static EventStreamDecoder decoder(byte[] stream) {
    EventStreamDecoder decoder = new EventStreamDecoder();
    decoder.feed(stream, 0, stream.length);
    return decoder;
  }
}
