package dev.toolwire.wire.eventstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.model.MalformedWireException;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventStreamLimitsTest {
  /// Payloads of up to 100 bytes behind headers of up to 10.
  private static final EventStreamLimits SMALL = new EventStreamLimits(100, 10);

  @Test
  void theDefaultsAreTheSpecifications() {
    assertThat(EventStreamLimits.DEFAULT.maxPayloadBytes()).isEqualTo(25_165_824);
    assertThat(EventStreamLimits.DEFAULT.maxHeadersBytes()).isEqualTo(131_072);
    assertThat(EventStreamLimits.DEFAULT.maxFrameBytes()).isEqualTo(25_165_824 + 131_072 + 16);
  }

  @Test
  void aFrameAtBothLimitsPassesBothWays() {
    EventStreamMessage largest = message(10, 100);
    EventStreamEncoder encoder = new EventStreamEncoder(SMALL);

    encoder.message(largest);
    byte[] frame = encoder.take();

    assertThat(frame).hasSize(SMALL.maxFrameBytes());
    assertThat(Deliveries.feed(new EventStreamDecoder(SMALL), frame, 0, frame.length))
        .containsExactly(largest);
  }

  @Test
  void oneByteOfPayloadMoreIsRefusedBothWays() {
    EventStreamMessage over = message(0, 101);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EventStreamEncoder(SMALL).message(over))
        .withMessage("payload of 101 bytes exceeds the event stream's limit of 100; split it");
    assertRefusedByDecoder(
        over,
        "payload too large at byte 0 (frame 1): got 101 bytes, expected at most 100;"
            + " raise EventStreamLimits if the peer means it");
  }

  @Test
  void oneByteOfHeadersMoreIsRefusedBothWays() {
    EventStreamMessage over = message(11, 0);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EventStreamEncoder(SMALL).message(over))
        .withMessage("header section of 11 bytes exceeds the event stream's limit of 10; split it");
    assertRefusedByDecoder(
        over,
        "header section too large at byte 0 (frame 1): got 11 bytes, expected at most 10;"
            + " raise EventStreamLimits if the peer means it");
  }

  @Test
  void tooLargeAFrameIsRefusedAtItsPreludeBeforeItComes() {
    byte[] prelude = Frames.withLengths(16 + 101, 0, 12);
    EventStreamDecoder decoder = new EventStreamDecoder(SMALL);

    decoder.feed(prelude, 0, 12);

    assertThatThrownBy(decoder::next).hasMessageStartingWith("payload too large");
  }

  @Test
  void limitsThatNoBufferCouldKeepAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new EventStreamLimits(-1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new EventStreamLimits(0, -1));
    assertThat(new EventStreamLimits((1 << 30) - 16, 0).maxFrameBytes()).isEqualTo(1 << 30);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EventStreamLimits((1 << 30) - 16, 1))
        .withMessage(
            "limits of 1073741808 payload and 1 header bytes;"
                + " both must be at least 0 and a whole frame at most 1073741824");
  }

  private static EventStreamMessage message(int headerBytes, int payloadBytes) {
    List<Header> headers =
        headerBytes == 0
            ? List.of()
            : List.of(new Header("h".repeat(headerBytes - 2), new HeaderValue.BoolValue(true)));
    return new EventStreamMessage(headers, new byte[payloadBytes]);
  }

  private static void assertRefusedByDecoder(EventStreamMessage over, String message) {
    byte[] frame = EventStreamEncoder.encode(over);
    EventStreamDecoder decoder = new EventStreamDecoder(SMALL);
    decoder.feed(frame, 0, frame.length);
    assertThatThrownBy(decoder::next)
        .isInstanceOf(MalformedWireException.class)
        .hasMessage(message);
  }
}
