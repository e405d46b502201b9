package dev.toolwire.wire.eventstream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.wire.eventstream.Decoded.NeedBytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventStreamDecoderTest {
  private static final byte[] DELTA = Frames.event("contentBlockDelta", "{\"delta\":1}");
  private static final byte[] STOP = Frames.event("messageStop", "{}");

  static LongStream seeds() {
    return LongStream.of(1, 2, 3, System.nanoTime());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void randomCutsGiveTheSameFrames(long seed) {
    Random random = new Random(seed);
    byte[] stream = randomStream(random);
    List<EventStreamMessage> whole = Deliveries.decode(stream);

    EventStreamDecoder decoder = new EventStreamDecoder();
    List<EventStreamMessage> cut = new ArrayList<>();
    for (int at = 0; at < stream.length; ) {
      int length = Math.min(random.nextInt(400), stream.length - at);
      cut.addAll(Deliveries.feed(decoder, stream, at, length));
      at += length;
    }

    assertThat(cut).isEqualTo(whole);
    assertThat(decoder.end()).isEqualTo(new StreamEnd.OnFrameBoundary(whole.size()));
  }

  @Test
  void aFrameThatLiesWholeInTheFedArrayIsShownInPlace() {
    byte[] fed = Frames.join(new byte[7], DELTA, STOP);
    EventStreamDecoder decoder = new EventStreamDecoder();

    decoder.feed(fed, 7, fed.length - 7);
    EventStreamFrame frame = frame(decoder);

    assertThat(frame.array()).isSameAs(fed);
    assertThat(payload(frame)).isEqualTo("{\"delta\":1}");
  }

  @Test
  void onlyTheFrameThatIsCutIsHeldAndThoseBehindItAreShownInPlace() {
    byte[] stream = Frames.join(DELTA, STOP);
    EventStreamDecoder decoder = new EventStreamDecoder();
    decoder.feed(stream, 0, 20);

    assertThat(decoder.next()).isEqualTo(new NeedBytes(DELTA.length - 20));
    decoder.feed(stream, 20, stream.length - 20);

    EventStreamFrame first = frame(decoder);
    assertThat(first.array()).isNotSameAs(stream);
    assertThat(payload(first)).isEqualTo("{\"delta\":1}");
    EventStreamFrame second = frame(decoder);
    assertThat(second.array()).isSameAs(stream);
    assertThat(payload(second)).isEqualTo("{}");
  }

  @Test
  void aFrameKnowsItsPlaceInTheStream() {
    byte[] stream = Frames.join(DELTA, STOP);
    EventStreamDecoder decoder = new EventStreamDecoder();
    decoder.feed(stream, 0, stream.length);

    frame(decoder);
    EventStreamFrame second = frame(decoder);

    assertThat(second.number()).isEqualTo(2);
    assertThat(second.startsAt()).isEqualTo(DELTA.length);
    assertThat(second.length()).isEqualTo(STOP.length);
    assertThat(second.headers()).hasSize(3);
  }

  @Test
  void aFramePrintsAsOneAlignedLine() {
    List<String> lines = new ArrayList<>();
    EventStreamDecoder decoder = new EventStreamDecoder();
    byte[] stream = Frames.join(DELTA, Frames.event("metadata", " ".repeat(1_000)));
    decoder.feed(stream, 0, stream.length);

    while (decoder.next() instanceof EventStreamFrame frame) {
      lines.add(frame.toString());
    }

    assertThat(lines)
        .containsExactly(
            "<< #1         114B event contentBlockDelta", "<< #2        1094B event metadata");
  }

  @Test
  void needIsExactAndNothingComesEarly() {
    EventStreamDecoder decoder = new EventStreamDecoder();

    for (int i = 0; i < DELTA.length; i++) {
      int due = i < 12 ? 12 : DELTA.length;
      assertThat(decoder.next()).isEqualTo(new NeedBytes(due - i));
      decoder.feed(DELTA, i, 1);
    }

    assertThat(decoder.next()).isInstanceOf(EventStreamFrame.class);
    assertThat(decoder.next()).isEqualTo(new NeedBytes(12));
  }

  @Test
  void anEmptyPieceChangesNothing() {
    EventStreamDecoder decoder = new EventStreamDecoder();

    decoder.feed(new byte[3], 3, 0);

    assertThat(decoder.next()).isEqualTo(new NeedBytes(12));
    assertThat(decoder.end()).isEqualTo(new StreamEnd.OnFrameBoundary(0));
  }

  @Test
  void feedingOrEndingBeforeAllIsReadIsRefused() {
    EventStreamDecoder decoder = new EventStreamDecoder();
    decoder.feed(DELTA, 0, DELTA.length);

    assertThatIllegalStateException()
        .isThrownBy(() -> decoder.feed(STOP, 0, STOP.length))
        .withMessage("feed called with 114 fed bytes unread; call next until it answers NeedBytes");
    assertThatIllegalStateException()
        .isThrownBy(decoder::end)
        .withMessageStartingWith("end called");
  }

  @Test
  void aPieceOutsideItsArrayIsRefused() {
    assertThatThrownBy(() -> new EventStreamDecoder().feed(DELTA, 100, 15))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void aCutAtEveryByteIsToldFromAnEndOnAFrameBoundary() {
    byte[] stream = Frames.join(DELTA, STOP);
    for (int cut = 0; cut <= stream.length; cut++) {
      EventStreamDecoder decoder = new EventStreamDecoder();
      int frames = Deliveries.feed(decoder, stream, 0, cut).size();

      assertThat(decoder.end()).as("cut at %d", cut).isEqualTo(endAt(cut, frames));
    }
  }

  @Test
  void aCutSaysWhereItWasAndWhatWasMissing() {
    assertThat(new StreamEnd.MidFrame(7, 1184, 20, 160).describe())
        .isEqualTo(
            "stream ended 20 bytes into frame 7, which begins at byte 1184; 160 more bytes were due,"
                + " retry the request");
    assertThat(new StreamEnd.MidFrame(1, 0, 3, 13).describe()).contains("at least 13 more bytes");
  }

  private static StreamEnd endAt(int cut, int frames) {
    int start = frames == 0 ? 0 : frames == 1 ? DELTA.length : DELTA.length + STOP.length;
    int received = cut - start;
    if (received == 0) {
      return new StreamEnd.OnFrameBoundary(frames);
    }
    int length = frames == 0 ? DELTA.length : STOP.length;
    int due = received < 12 ? 16 : length;
    return new StreamEnd.MidFrame(frames + 1, start, received, due - received);
  }

  private static byte[] randomStream(Random random) {
    return Frames.join(
        IntStream.range(0, 40)
            .mapToObj(i -> RandomMessages.message(random))
            .map(EventStreamEncoder::encode)
            .toArray(byte[][]::new));
  }

  private static EventStreamFrame frame(EventStreamDecoder decoder) {
    return (EventStreamFrame) decoder.next();
  }

  private static String payload(EventStreamFrame frame) {
    return new String(frame.array(), frame.payloadOffset(), frame.payloadLength(), UTF_8);
  }
}
