package dev.toolwire.wire.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.toolwire.conversation.ToolName;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.Arrival;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.wire.Chunk;
import dev.toolwire.wire.StreamDecoder;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/// What a delta of a tool input costs in garbage, when they come by the ten thousand.
class DeltaMemoryTest {

  private static final int DELTAS = 8192;
  private static final int MAX_BYTES_PER_DELTA = 200;

  @Test
  void deltaCostsItsTextItsEventAndItsStamps() {
    MessagesStreamEncoder encoder =
        new MessagesServerCodec().encoder(new MessageHead("msg_01", new ModelId("claude")));
    ByteArrayOutputStream events = new ByteArrayOutputStream();
    events.writeBytes(
        encoder.event(
            new StreamEvent.ToolUseStart(
                0, new ToolUseId("toolu_1"), new ToolName("fs_write"), JsonObject.EMPTY)));
    for (int i = 0; i < DELTAS; i++) {
      events.writeBytes(encoder.event(new StreamEvent.ToolInputDelta(0, "\"line\": \"0123\\n")));
    }
    byte[] stream = events.toByteArray();
    decode(stream);

    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    int told = decode(stream);
    long each = (threads.getCurrentThreadAllocatedBytes() - before) / DELTAS;

    assertThat(told).isEqualTo(1 + DELTAS);
    assertThat(each).isPositive().isLessThan(MAX_BYTES_PER_DELTA);
  }

  private static int decode(byte[] stream) {
    StreamDecoder decoder = Transcript.decoder();
    int told = 0;
    for (int at = 0; at < stream.length; at += 16384) {
      decoder.feed(new Chunk(stream, at, Math.min(16384, stream.length - at), at));
      while (decoder.next() instanceof Arrival.Event) {
        told++;
      }
    }
    return told;
  }
}
