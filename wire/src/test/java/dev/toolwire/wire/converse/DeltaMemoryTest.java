package dev.toolwire.wire.converse;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.toolwire.model.Arrival;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.wire.Chunk;
import dev.toolwire.wire.StreamDecoder;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A tool input of a mebibyte comes in 65,536 deltas; what each costs in garbage is what a runtime
/// full of streams collects all day.
class DeltaMemoryTest {

  private static final int DELTAS = 8192;
  private static final int MAX_BYTES_PER_DELTA = 200;

  @Test
  void deltaCostsItsTextItsEventAndItsStamps() {
    ConverseStreamEncoder encoder =
        new ConverseServerCodec().encoder(Padding.random(new Random(1)));
    ByteArrayOutputStream frames = new ByteArrayOutputStream();
    for (int i = 0; i < DELTAS; i++) {
      frames.writeBytes(encoder.event(new StreamEvent.ToolInputDelta(0, "\"line\": \"0123\\n")));
    }
    byte[] stream = frames.toByteArray();
    decode(stream);

    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    int events = decode(stream);
    long each = (threads.getCurrentThreadAllocatedBytes() - before) / DELTAS;

    assertThat(events).isEqualTo(DELTAS);
    assertThat(each).isPositive().isLessThan(MAX_BYTES_PER_DELTA);
  }

  private static int decode(byte[] stream) {
    StreamDecoder decoder = new ConverseCodec().stream();
    int events = 0;
    for (int at = 0; at < stream.length; at += 16384) {
      decoder.feed(new Chunk(stream, at, Math.min(16384, stream.length - at), at));
      while (decoder.next() instanceof Arrival.Event) {
        events++;
      }
    }
    return events;
  }
}
