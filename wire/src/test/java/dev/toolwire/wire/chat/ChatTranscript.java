package dev.toolwire.wire.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.model.Arrival;
import dev.toolwire.model.Reply;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.wire.Chunk;
import dev.toolwire.wire.StreamDecoder;
import java.util.ArrayList;
import java.util.List;

/// A stream as a person writes it down: a line for each event's data. A line that begins with `:`
/// or a field name stands as it is.
final class ChatTranscript {

  private static final String STRANGER = "data: {\"stranger\n\nHTTP/1.1 200 OK";

  private ChatTranscript() {}

  static String sse(String transcript) {
    StringBuilder stream = new StringBuilder();
    transcript
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(line -> {
          boolean raw = line.startsWith(":") || line.startsWith("event:");
          stream
              .append(raw ? line : "data: " + line)
              .append(line.startsWith("event:") ? "\n" : "\n\n");
        });
    return stream.toString();
  }

  /// A delta of the first choice.
  static String delta(String members) {
    return "{\"id\":\"c1\",\"choices\":[{\"index\":0,\"delta\":{" + members + "}}]}\n";
  }

  /// A delta of the tool calls.
  static String calls(String entries) {
    return delta("\"tool_calls\":[" + entries + "]");
  }

  /// The chunk that ends the choice.
  static String finish(String reason) {
    return "{\"id\":\"c1\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\""
        + reason
        + "\"}]}\n[DONE]\n";
  }

  /// The events of a stream, decoded whole, byte by byte and, if `[DONE]` ends it, in front of a
  /// stranger's bytes; all must agree. Comments and empty chunks, which differ in nothing, count.
  static List<StreamEvent> decode(String transcript) {
    String stream = sse(transcript);
    List<StreamEvent> whole = events(stream, Integer.MAX_VALUE);
    assertThat(events(stream, 1)).as("byte by byte").isEqualTo(whole);
    if (stream.contains("[DONE]")) {
      assertThat(events(stream + STRANGER, Integer.MAX_VALUE)).as("trailed").isEqualTo(whole);
    }
    return whole;
  }

  static Reply reply(String transcript) {
    return Reply.of(decode(transcript));
  }

  static List<StreamEvent> events(String stream, int step) {
    StreamDecoder decoder = new ChatCodec().stream();
    byte[] bytes = stream.getBytes(UTF_8);
    List<StreamEvent> events = new ArrayList<>();
    int size = Math.min(step, bytes.length);
    for (int at = 0; at < bytes.length; at += size) {
      decoder.feed(new Chunk(bytes, at, Math.min(size, bytes.length - at), at));
      drain(decoder, events);
    }
    decoder.end();
    drain(decoder, events);
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
