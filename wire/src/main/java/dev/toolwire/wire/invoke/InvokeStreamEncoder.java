package dev.toolwire.wire.invoke;

import dev.toolwire.conversation.Usage;
import dev.toolwire.json.JsonObject;
import dev.toolwire.json.JsonText;
import dev.toolwire.model.ProviderException.Fault;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.wire.converse.ConverseServerCodec;
import dev.toolwire.wire.converse.Padding;
import dev.toolwire.wire.eventstream.EventStreamEncoder;
import dev.toolwire.wire.messages.MessageHead;
import dev.toolwire.wire.messages.MessagesServerCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;

/// Turns the events of one answer into frames, each a `chunk` with one event of Messages in base64;
/// the last tells what the answer cost, as Bedrock counts it. Not for several threads.
///
/// The order of the events is the caller's: that of [StreamEvent].
public final class InvokeStreamEncoder {

  /// The type of every event.
  static final String CHUNK = "chunk";

  /// The member of a chunk that holds the event.
  static final String BYTES = "bytes";

  /// The member of the last event with Bedrock's figures.
  static final String METRICS = "amazon-bedrock-invocationMetrics";

  private final EventStreamEncoder frames = new EventStreamEncoder();
  private final Consumer<StreamEvent> events;
  private final Duration firstByte;
  private final Padding padding;
  private final ConverseServerCodec bedrock;
  private JsonObject metrics = JsonObject.EMPTY;

  InvokeStreamEncoder(
      MessageHead head, Duration firstByte, Padding padding, ConverseServerCodec bedrock) {
    this.events = MessagesServerCodec.texts(head, this::text);
    this.firstByte = firstByte;
    this.padding = padding;
    this.bedrock = bedrock;
  }

  /// The frames of an event. A block gets its start with its first piece; the reason to stop gets
  /// no bytes until the cost is known, which this wire says in the same breath. A
  /// [StreamEvent.Ping] takes none, for Bedrock's streams have no sign of life.
  ///
  /// @throws dev.toolwire.model.UnsupportedOnWireException for a block that an answer cannot hold
  public byte[] event(StreamEvent event) {
    try {
      write(event);
      return frames.take();
    } finally {
      // Half a block must not come out with the next event.
      frames.clear();
    }
  }

  private void write(StreamEvent event) {
    if (event instanceof StreamEvent.Metadata(Usage usage, Duration latency, JsonObject extra)) {
      metrics = metrics(usage, latency);
      events.accept(new StreamEvent.Metadata(usage, latency, extra.without(METRICS)));
    } else if (!(event instanceof StreamEvent.Ping)) {
      events.accept(event);
    }
  }

  private JsonObject metrics(Usage usage, Duration latency) {
    return JsonObject.of("inputTokenCount", usage.inputTokens())
        .with("outputTokenCount", usage.outputTokens())
        .with("invocationLatency", latency.toMillis())
        .with("firstByteLatency", firstByte.toMillis())
        .with("cacheReadInputTokenCount", usage.cacheReadInputTokens())
        .with("cacheWriteInputTokenCount", usage.cacheWriteInputTokens());
  }

  private void text(String type, byte[] array, int length) {
    if (type.equals("message_stop")) {
      byte[] last =
          JsonObject.parse(new String(array, 0, length, StandardCharsets.UTF_8))
              .with(METRICS, metrics.toNode())
              .toString()
              .getBytes(StandardCharsets.UTF_8);
      chunk(last, last.length);
    } else {
      chunk(array, length);
    }
  }

  private void chunk(byte[] array, int length) {
    byte[] payload =
        JsonText.write(out -> {
          out.writeStartObject();
          out.writeName(BYTES);
          out.writeBinary(array, 0, length);
          padding.next().ifPresent(text -> out.writeStringProperty(Padding.MEMBER, text));
          out.writeEndObject();
        });
    frames.event(CHUNK, payload, 0, payload.length);
  }

  /// A failure after the answer has begun, by the name that a stream has for it, such as
  /// `modelTimeoutException`. Nothing may follow.
  public byte[] exception(Fault fault) {
    return bedrock.encoder(Padding.none()).exception(fault);
  }
}
