package dev.toolwire.wire.eventstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecoderMemoryTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final byte[] DELTA =
      Frames.event("contentBlockDelta", "{\"contentBlockIndex\":0,\"delta\":{\"text\":\"hello\"}}");

  private final EventStreamDecoder decoder = new EventStreamDecoder();

  @Test
  void framesThatLieWholeInTheFedArrayCostNoMemory() {
    byte[] stream = repeated(DELTA, 1_000);
    long warm = allocatedBy(() -> read(stream));

    long allocated = allocatedBy(() -> read(stream));

    assertThat(allocated).as("first pass allocated %d", warm).isLessThan(1_000);
  }

  @Test
  void headersInAnotherOrderAreParsedOnce() {
    EventStreamMessage usual = EventStreamMessage.of(new MessageKind.Event("e"), new byte[0]);
    EventStreamMessage reversed = new EventStreamMessage(usual.headers().reversed(), new byte[0]);
    byte[] stream = repeated(EventStreamEncoder.encode(reversed), 1_000);
    read(stream);

    assertThat(allocatedBy(() -> read(stream))).isLessThan(1_000);
    assertThat(Deliveries.decode(stream)).hasSize(1_000).containsOnly(reversed);
  }

  @Test
  void onlySoManySmallHeaderSectionsAreLearnt() {
    HeaderBlocks blocks = new HeaderBlocks();
    FramePosition place = new FramePosition(1, 0);
    byte[] large = HeaderWriter.write(List.of(Header.of("k", "v".repeat(512 - 5 + 1))));

    blocks.parse(large, 0, large.length, place);
    assertThat(blocks.recall(large, 0, large.length)).isNull();
    for (int i = 0; i <= HeaderBlocks.MAX_LEARNT; i++) {
      byte[] section = HeaderWriter.write(List.of(Header.of("k", "v" + i)));
      blocks.parse(section, 0, section.length, place);
      boolean kept = blocks.recall(section, 0, section.length) != null;
      assertThat(kept).as("section %d", i).isEqualTo(i < HeaderBlocks.MAX_LEARNT);
    }
  }

  @Test
  void memoryIsTakenAsBytesComeAndNotAsTheLengthClaims() {
    byte[] prelude = Frames.withLengths(16 + 24 * 1024 * 1024, 0, 12);

    long allocated = allocatedBy(() -> decoder.feed(prelude, 0, 12));
    allocated += allocatedBy(decoder::next);

    assertThat(allocated).isLessThan(64 * 1024);
  }

  @Test
  void aLargeBufferIsGivenBackWhenItsFrameIsDoneWith() {
    byte[] large = Frames.event("metadata", " ".repeat(ReceiveBuffer.MAX_IDLE_BYTES));

    assertThat(readInTwoPieces(large)).hasSizeGreaterThan(ReceiveBuffer.MAX_IDLE_BYTES);
    byte[] small = readInTwoPieces(DELTA);
    assertThat(small).hasSizeLessThan(1_024);
    assertThat(readInTwoPieces(DELTA)).isSameAs(small);
  }

  @Test
  void aLargeFrameByteByByteTakesLinearTime() {
    byte[] large = Frames.event("metadata", " ".repeat(4 * 1024 * 1024));

    List<EventStreamMessage> messages =
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Deliveries.inPieces(large, 1));

    assertThat(messages).hasSize(1);
  }

  private byte[] readInTwoPieces(byte[] frame) {
    decoder.feed(frame, 0, frame.length - 1);
    decoder.next();
    decoder.feed(frame, frame.length - 1, 1);
    byte[] array = ((EventStreamFrame) decoder.next()).array();
    decoder.next();
    return array;
  }

  private void read(byte[] stream) {
    decoder.feed(stream, 0, stream.length);
    while (decoder.next() instanceof EventStreamFrame) {}
  }

  private static long allocatedBy(Runnable work) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    work.run();
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  private static byte[] repeated(byte[] frame, int times) {
    byte[][] frames = new byte[times][];
    Arrays.fill(frames, frame);
    return Frames.join(frames);
  }
}
