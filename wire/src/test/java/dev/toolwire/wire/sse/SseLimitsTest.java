package dev.toolwire.wire.sse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sun.management.ThreadMXBean;
import dev.toolwire.model.MalformedWireException;
import dev.toolwire.wire.Chunk;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SseLimitsTest {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void aLineMayBeAsLongAsTheLimitAndNotOneByteLonger() {
    SseLimits limits = new SseLimits(10, 100);

    for (String line : new String[] {"data: 1234", ": 34567890", "event: 789", "0123456789"}) {
      assertThat(read(limits, line + "\n", 100)).as(line).isTrue();
      assertThat(read(limits, line + "\n", 1)).as(line).isTrue();
      assertRefused(
          limits,
          line + "x\n",
          "the line at byte 0 is longer than 10 bytes; raise SseLimits if the peer means it");
    }
  }

  @Test
  void aLineIsRefusedBeforeItsEndHasCome() {
    SseDecoder decoder = new SseDecoder(new SseLimits(10, 100));
    feed(decoder, "data: 1234");
    assertThat(decoder.next()).isEqualTo(Decoded.NEED_BYTES);
    feed(decoder, "5");

    assertThatExceptionOfType(MalformedWireException.class).isThrownBy(decoder::next);
    assertThatExceptionOfType(MalformedWireException.class).isThrownBy(decoder::next);
  }

  @Test
  void dataMayBeAsLongAsTheLimitAndNotOneByteLonger() {
    SseLimits limits = new SseLimits(100, 9);
    String refusal =
        "an event holds more than 9 bytes of data; raise SseLimits if the peer means it";

    assertThat(read(limits, "data: 123456789\n\n", 1)).isTrue();
    assertThat(read(limits, "data: 1234\ndata: 6789\n\ndata: 12345\n\n", 1)).isTrue();
    assertThat(read(limits, "data\n".repeat(10) + "\n", 1)).isTrue();
    assertRefused(limits, "data: 1234567890\n\n", refusal);
    assertRefused(limits, "data: 1234\ndata: 67890\n\n", refusal);
    assertRefused(limits, "data\n".repeat(11), refusal);
  }

  @Test
  void limitsThatMakeNoSenseAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new SseLimits(0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new SseLimits(1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new SseLimits((1 << 30) + 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new SseLimits(1, (1 << 30) + 1));
  }

  @Test
  void theEncoderRefusesWhatTheDecoderWould() {
    SseEncoder encoder = new SseEncoder(new SseLimits(12, 9));
    encoder.event(new byte[6], 0, 6);
    encoder.clear();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> encoder.event(new byte[7], 0, 7))
        .withMessage("a line of 13 bytes exceeds the limit of 12; split it");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> encoder.event(new byte[10], 0, 10))
        .withMessage("data of 10 bytes exceeds the limit of 9; split it");
    assertThatIllegalArgumentException().isThrownBy(() -> encoder.comment("12345678901"));
  }

  @Test
  void theEncoderHoldsOnlySoMuch() {
    SseEncoder encoder = new SseEncoder(new SseLimits(100, 30));
    encoder.event(new byte[16], 0, 16);
    assertThat(encoder.length()).isEqualTo(24);

    encoder.event(new byte[6], 0, 6);

    assertThatIllegalStateException()
        .isThrownBy(() -> encoder.event(new byte[1], 0, 1))
        .withMessageStartingWith("38 bytes of events wait and 1 more exceed the 30");
  }

  @Test
  void onlySoManyTypesAreLearnt() {
    EventTypes types = new EventTypes();
    byte[] large = "x".repeat(EventTypes.MAX_LEARNT_BYTES + 1).getBytes(UTF_8);
    assertThat(types.text(large, 0, large.length)).isNotSameAs(types.text(large, 0, large.length));

    for (int i = 0; i <= EventTypes.MAX_LEARNT; i++) {
      byte[] name = ("type" + i).getBytes(UTF_8);
      Set<String> texts = Collections.newSetFromMap(new IdentityHashMap<>());
      texts.add(types.text(name, 0, name.length));
      texts.add(types.text(name, 0, name.length));
      assertThat(texts).as("type %d", i).hasSize(i < EventTypes.MAX_LEARNT ? 1 : 2);
    }
  }

  @Test
  void eventsThatLieWholeInTheFedArrayCostNoMemory() {
    byte[] stream = "event: delta\ndata: {\"text\":\"hello\"}\n\n".repeat(1_000).getBytes(UTF_8);
    SseDecoder decoder = new SseDecoder();
    allocatedBy(() -> drain(decoder, stream));

    long allocated = allocatedBy(() -> drain(decoder, stream));

    assertThat(allocated).isLessThan(1_000);
  }

  @Test
  void aLargeBufferIsGivenBackWhenItsEventIsDoneWith() {
    ByteRun run = new ByteRun();
    run.append(new byte[ByteRun.MAX_IDLE_BYTES + 1], 0, ByteRun.MAX_IDLE_BYTES + 1);
    assertThat(run.array()).hasSizeGreaterThan(ByteRun.MAX_IDLE_BYTES);

    run.clear();

    assertThat(run.array()).isEmpty();
  }

  @Test
  void noByteIsCopiedTwiceHoweverALargeEventIsCut() {
    int size = 4 * 1024 * 1024;
    byte[] stream = ("data: " + "x".repeat(size) + "\n\n").getBytes(UTF_8);
    SseDecoder decoder = new SseDecoder();

    long allocated =
        allocatedBy(() -> {
          for (int at = 0; at < stream.length; at++) {
            decoder.feed(new Chunk(stream, at, 1, 0));
            if (decoder.next() instanceof SseEvent event) {
              assertThat(event.dataLength()).isEqualTo(size);
              decoder.next();
            }
          }
        });

    // A buffer that doubles, for the line and again for its data, and a chunk for each byte.
    assertThat(allocated).isLessThan(40L * stream.length);
  }

  private static void drain(SseDecoder decoder, byte[] stream) {
    decoder.feed(new Chunk(stream, 0, stream.length, 0));
    while (decoder.next() instanceof SseEvent) {}
  }

  private static void assertRefused(SseLimits limits, String stream, String message) {
    for (int step : new int[] {stream.length(), 1}) {
      assertThatExceptionOfType(MalformedWireException.class)
          .isThrownBy(() -> read(limits, stream, step))
          .withMessage(message);
    }
  }

  private static boolean read(SseLimits limits, String stream, int step) {
    SseDecoder decoder = new SseDecoder(limits);
    for (int at = 0; at < stream.length(); at += step) {
      feed(decoder, stream.substring(at, Math.min(at + step, stream.length())));
      while (!(decoder.next() instanceof Decoded.NeedBytes)) {}
    }
    return true;
  }

  private static void feed(SseDecoder decoder, String text) {
    decoder.feed(SseTranscript.chunk(text, 0));
  }

  private static long allocatedBy(Runnable work) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    work.run();
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }
}
