package dev.toolwire.wire.eventstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.toolwire.wire.eventstream.HeaderValue.BoolValue;
import dev.toolwire.wire.eventstream.HeaderValue.ByteValue;
import dev.toolwire.wire.eventstream.HeaderValue.BytesValue;
import dev.toolwire.wire.eventstream.HeaderValue.IntValue;
import dev.toolwire.wire.eventstream.HeaderValue.LongValue;
import dev.toolwire.wire.eventstream.HeaderValue.ShortValue;
import dev.toolwire.wire.eventstream.HeaderValue.StringValue;
import dev.toolwire.wire.eventstream.HeaderValue.TimestampValue;
import dev.toolwire.wire.eventstream.HeaderValue.UuidValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HeaderValueTest {
  static Stream<Arguments> everyType() {
    return Stream.of(
        Arguments.of(new BoolValue(true), "00"),
        Arguments.of(new BoolValue(false), "01"),
        Arguments.of(new ByteValue((byte) -2), "02 fe"),
        Arguments.of(new ShortValue((short) -2), "03 fffe"),
        Arguments.of(new IntValue(0x01020304), "04 01020304"),
        Arguments.of(new LongValue(Long.MIN_VALUE), "05 8000000000000000"),
        Arguments.of(new BytesValue(new byte[] {1, 2, -1}), "06 0003 0102ff"),
        Arguments.of(new BytesValue(new byte[0]), "06 0000"),
        Arguments.of(new StringValue("é€😀"), "07 0009 c3a9 e282ac f09f9880"),
        Arguments.of(new StringValue(""), "07 0000"),
        Arguments.of(new TimestampValue(-1), "08 ffffffffffffffff"),
        Arguments.of(
            new UuidValue(UUID.fromString("00112233-4455-6677-8899-aabbccddeeff")),
            "09 00112233445566778899aabbccddeeff"));
  }

  @ParameterizedTest
  @MethodSource("everyType")
  void everyTypeReadsAndWrites(HeaderValue value, String hex) {
    byte[] frame = Frames.withHeaders(Frames.hex("01 6b" + hex));
    EventStreamMessage message =
        new EventStreamMessage(List.of(new Header("k", value)), new byte[0]);

    assertThat(Deliveries.decode(frame)).containsExactly(message);
    assertThat(EventStreamEncoder.encode(message)).isEqualTo(frame);
  }

  @Test
  void timestampsCountMilliseconds() {
    assertThat(new TimestampValue(1_500).instant())
        .isEqualTo(Instant.ofEpochSecond(1, 500_000_000));
  }

  @Test
  void bytesAreCopiedInAndOut() {
    byte[] mine = {1, 2};
    BytesValue value = new BytesValue(mine);

    mine[0] = 9;
    value.value()[1] = 9;

    assertThat(value).isEqualTo(new BytesValue(new byte[] {1, 2}));
    assertThat(value).hasSameHashCodeAs(new BytesValue(new byte[] {1, 2}));
    assertThat(value).hasToString("BytesValue[0102]");
  }

  @Test
  void theLongestNameAndValueRoundTrip() {
    String name = "é".repeat(127) + "x";
    EventStreamMessage message =
        new EventStreamMessage(
            List.of(Header.of(name, "v".repeat(32_767)), longestBytes("b")), new byte[0]);

    assertThat(Deliveries.inPieces(EventStreamEncoder.encode(message), 1_000))
        .containsExactly(message);
  }

  @Test
  void oneByteMoreIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StringValue("v".repeat(32_768)))
        .withMessage("string header value of 32768 bytes; the wire carries at most 32767");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BytesValue(new byte[32_768]))
        .withMessage("byte array header value of 32768 bytes; the wire carries at most 32767");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Header.of("é".repeat(128), ""))
        .withMessage("header name of 256 bytes; the wire carries 1 to 255");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Header.of("", ""))
        .withMessage("header name of 0 bytes; the wire carries 1 to 255");
  }

  @Test
  void halfASurrogatePairIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StringValue("x\ud83d"))
        .withMessage(
            "header text of 2 characters has an unpaired surrogate; UTF-8 cannot carry it");
  }

  private static Header longestBytes(String name) {
    return new Header(name, new BytesValue(new byte[32_767]));
  }
}
