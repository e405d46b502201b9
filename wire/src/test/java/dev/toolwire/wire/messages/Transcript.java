package dev.toolwire.wire.messages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.model.Arrival;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.wire.Chunk;
import dev.toolwire.wire.StreamDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A stream as a person writes it down: a line for each event, its name and its data. Each becomes
/// `event: name` and `data: {"type":"name",…}`.
final class Transcript {

  private static final byte[] STRANGER = "HTTP/1.1 200 OK".getBytes(StandardCharsets.US_ASCII);

  private Transcript() {}

  static byte[] lines(String transcript) {
    StringBuilder lines = new StringBuilder();
    transcript
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(line -> {
          int space = line.indexOf(' ');
          String name = line.substring(0, space);
          String members = line.substring(space + 1).strip().substring(1);
          String comma = members.startsWith("}") ? "" : ",";
          lines
              .append("event: ")
              .append(name)
              .append("\ndata: {\"type\":\"")
              .append(name)
              .append('"')
              .append(comma)
              .append(members)
              .append("\n\n");
        });
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  /// The events of a stream, decoded whole and byte by byte; both must agree. A complete answer is
  /// decoded once more with a stranger's bytes behind it, which must not matter.
  static List<StreamEvent> decode(byte[] stream) {
    List<StreamEvent> whole = events(stream, stream.length);
    assertThat(events(stream, 1)).isEqualTo(whole);
    if (whole.stream().anyMatch(StreamEvent.Metadata.class::isInstance)) {
      byte[] trailed = Arrays.copyOf(stream, stream.length + STRANGER.length);
      System.arraycopy(STRANGER, 0, trailed, stream.length, STRANGER.length);
      assertThat(events(trailed, trailed.length)).isEqualTo(whole);
    }
    return whole;
  }

  static List<StreamEvent> decode(String transcript) {
    return decode(lines(transcript));
  }

  static StreamDecoder decoder() {
    return new MessagesCodec(MessagesVersion.V2026_10_21).stream();
  }

  static List<StreamEvent> events(byte[] stream, int step) {
    StreamDecoder decoder = decoder();
    List<StreamEvent> events = new ArrayList<>();
    for (int at = 0; at < stream.length; at += step) {
      decoder.feed(new Chunk(stream, at, Math.min(step, stream.length - at), at));
      drain(decoder, events);
    }
    decoder.end();
    drain(decoder, events);
    assertThat(decoder.next()).isEqualTo(Arrival.END);
    return events;
  }

  static void drain(StreamDecoder decoder, List<StreamEvent> events) {
    Arrival arrival = decoder.next();
    while (arrival instanceof Arrival.Event(StreamEvent event, _, _)) {
      events.add(event);
      arrival = decoder.next();
    }
  }
}
