package dev.toolwire.wire.converse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.model.Arrival;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.wire.Chunk;
import dev.toolwire.wire.StreamDecoder;
import dev.toolwire.wire.eventstream.EventStreamEncoder;
import dev.toolwire.wire.eventstream.EventStreamMessage;
import dev.toolwire.wire.eventstream.MessageKind;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A stream as a person writes it down: a line for each frame, the event's name and its payload.
/// `!name payload` is an exception, `?code message` an error outside the service's model.
final class Transcript {

  private static final byte[] STRANGER = "HTTP/1.1 200 OK".getBytes(StandardCharsets.US_ASCII);

  private Transcript() {}

  static byte[] frames(String transcript) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    transcript.lines().filter(line -> !line.isBlank()).forEach(line -> all.writeBytes(frame(line)));
    return all.toByteArray();
  }

  private static byte[] frame(String line) {
    int space = line.indexOf(' ');
    String name = line.substring(0, space);
    String rest = line.substring(space + 1);
    MessageKind kind =
        switch (name.charAt(0)) {
          case '!' -> new MessageKind.ModeledException(name.substring(1));
          case '?' -> new MessageKind.UnmodeledError(name.substring(1), rest);
          default -> new MessageKind.Event(name);
        };
    byte[] payload = rest.getBytes(StandardCharsets.UTF_8);
    return EventStreamEncoder.encode(EventStreamMessage.of(kind, payload));
  }

  /// The events of a stream, decoded whole and byte by byte; both must agree. A complete answer is
  /// decoded once more with a stranger's bytes behind it, which must not matter.
  static List<StreamEvent> decode(byte[] stream) {
    List<StreamEvent> whole = events(stream, stream.length);
    assertThat(events(stream, 1)).isEqualTo(whole);
    if (isComplete(whole)) {
      byte[] trailed = Arrays.copyOf(stream, stream.length + STRANGER.length);
      System.arraycopy(STRANGER, 0, trailed, stream.length, STRANGER.length);
      assertThat(events(trailed, trailed.length)).isEqualTo(whole);
    }
    return whole;
  }

  static List<StreamEvent> decode(String transcript) {
    return decode(frames(transcript));
  }

  private static boolean isComplete(List<StreamEvent> events) {
    return events.stream().anyMatch(StreamEvent.MessageStop.class::isInstance)
        && events.stream().anyMatch(StreamEvent.Metadata.class::isInstance);
  }

  private static List<StreamEvent> events(byte[] stream, int step) {
    StreamDecoder decoder = new ConverseCodec().stream();
    List<StreamEvent> events = new ArrayList<>();
    for (int at = 0; at < stream.length; at += step) {
      decoder.feed(new Chunk(stream, at, Math.min(step, stream.length - at), at));
      drain(decoder, events);
    }
    decoder.end();
    assertThat(decoder.next()).isEqualTo(Arrival.END);
    return events;
  }

  private static void drain(StreamDecoder decoder, List<StreamEvent> events) {
    Arrival arrival = decoder.next();
    while (arrival instanceof Arrival.Event(StreamEvent event, _, _)) {
      events.add(event);
      arrival = decoder.next();
    }
  }
}
