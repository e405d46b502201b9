package dev.toolwire.wire.eventstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.model.MalformedWireException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MalformedStreamTest {
  private static final byte[] STOP = Frames.event("messageStop", "{}");

  @Test
  void everyFlippedBitIsDetected() {
    for (int bit = 0; bit < STOP.length * Byte.SIZE; bit++) {
      byte[] broken = STOP.clone();
      broken[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);

      assertThatThrownBy(() -> Deliveries.inPieces(broken, broken.length))
          .as("bit %d, whole", bit)
          .isInstanceOf(MalformedWireException.class)
          .hasMessageContaining("CRC mismatch");
      assertThatThrownBy(() -> Deliveries.inPieces(broken, 1))
          .as("bit %d, byte by byte", bit)
          .isInstanceOf(MalformedWireException.class)
          .hasMessageContaining("CRC mismatch");
    }
  }

  @Test
  void aChecksumErrorSaysWhereAndWhatToDo() {
    byte[] second = Frames.hex("00000010 00000000 05c248ec 7d98c8ff");

    assertRefused(
        Frames.join(STOP, second),
        "prelude CRC mismatch at byte %d (frame 2): got 0x05c248ec, computed 0x05c248eb; the stream was cut or re-encoded, retry the request"
            .formatted(STOP.length + 8));
  }

  @Test
  void aMessageChecksumErrorIsToldFromOneInThePrelude() {
    assertRefused(
        Frames.hex("00000010 00000000 05c248eb 7d98c8fe"),
        "message CRC mismatch at byte 12 (frame 1): got 0x7d98c8fe, computed 0x7d98c8ff; the stream was cut or re-encoded, retry the request");
  }

  static Stream<Arguments> brokenHeaders() {
    return Stream.of(
        Arguments.of(
            "00 07 0000", "empty header name at byte 12", "got 0 bytes, expected 1 to 255"),
        Arguments.of(
            "05 6b6b",
            "header overrun at byte 13",
            "header name needs 5 bytes, the header section has 2 left"),
        Arguments.of(
            "01 6b",
            "header overrun at byte 14",
            "header value type needs 1 bytes, the header section has 0 left"),
        Arguments.of("01 6b 0a", "unknown header value type at byte 14", "got 10, expected 0 to 9"),
        Arguments.of(
            "01 6b ff", "unknown header value type at byte 14", "got 255, expected 0 to 9"),
        Arguments.of(
            "01 6b 02",
            "header overrun at byte 15",
            "byte needs 1 bytes, the header section has 0 left"),
        Arguments.of(
            "01 6b 03 00",
            "header overrun at byte 15",
            "short needs 2 bytes, the header section has 1 left"),
        Arguments.of(
            "01 6b 04 000000",
            "header overrun at byte 15",
            "integer needs 4 bytes, the header section has 3 left"),
        Arguments.of(
            "01 6b 05 00",
            "header overrun at byte 15",
            "long needs 8 bytes, the header section has 1 left"),
        Arguments.of(
            "01 6b 08 00",
            "header overrun at byte 15",
            "timestamp needs 8 bytes, the header section has 1 left"),
        Arguments.of(
            "01 6b 09 0000",
            "header overrun at byte 15",
            "UUID needs 16 bytes, the header section has 2 left"),
        Arguments.of(
            "01 6b 07 00",
            "header overrun at byte 15",
            "value length needs 2 bytes, the header section has 1 left"),
        Arguments.of(
            "01 6b 07 0002 61",
            "header overrun at byte 17",
            "string needs 2 bytes, the header section has 1 left"),
        Arguments.of(
            "01 6b 06 7fff",
            "header overrun at byte 17",
            "byte array needs 32767 bytes, the header section has 0 left"),
        Arguments.of(
            "01 6b 06 8000",
            "header value too long at byte 15",
            "got 32768 bytes, expected at most 32767"),
        Arguments.of("01 ff 00", "header name is not UTF-8 at byte 13", "in its 1 bytes"),
        Arguments.of("01 6b 07 0002 c328", "string is not UTF-8 at byte 17", "in its 2 bytes"),
        Arguments.of(
            "01 6b 00 01 6b 01",
            "repeated header at byte 15",
            "a name may come once in a message"));
  }

  @ParameterizedTest
  @MethodSource("brokenHeaders")
  void brokenHeadersAreRefused(String headers, String whatAndWhere, String detail) {
    assertRefused(
        Frames.withHeaders(Frames.hex(headers)),
        whatAndWhere
            + " (frame 1): "
            + detail
            + "; the stream was cut or re-encoded, retry the request");
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void randomHeaderBytesAreReadOrRefusedAndNothingElse(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      int[] mostlySmall = random.ints(random.nextInt(60), 0, 12).toArray();
      byte[] headers = new byte[mostlySmall.length];
      for (int at = 0; at < headers.length; at++) {
        headers[at] = (byte) (random.nextInt(20) == 0 ? random.nextInt() : mostlySmall[at]);
      }
      byte[] frame = Frames.withHeaders(headers);

      try {
        EventStreamMessage message = Deliveries.inPieces(frame, frame.length).getFirst();
        assertThat(EventStreamEncoder.encode(message)).isEqualTo(frame);
      } catch (MalformedWireException refused) {
        assertThat(refused).hasMessageContaining("(frame 1)");
      }
    }
  }

  static LongStream seeds() {
    return LongStream.of(1, 2, System.nanoTime());
  }

  @Test
  void lengthsThatContradictEachOtherAreRefused() {
    assertRefused(
        Frames.withLengths(15, 0, 16),
        "inconsistent lengths at byte 0 (frame 1): got a frame of 15 bytes with 0 bytes of headers, expected at least 16 for the frame; the stream was cut or re-encoded, retry the request");
    assertRefused(
        Frames.withLengths(100, 85, 100),
        "inconsistent lengths at byte 0 (frame 1): got a frame of 100 bytes with 85 bytes of headers, expected at least 101 for the frame; the stream was cut or re-encoded, retry the request");
  }

  @Test
  void lengthsAreUnsigned() {
    assertRefused(
        Frames.withLengths(-1, 0, 16),
        "payload too large at byte 0 (frame 1): got 4294967279 bytes, expected at most 25165824; raise EventStreamLimits if the peer means it");
    assertRefused(
        Frames.withLengths(-1, -17, 16),
        "header section too large at byte 0 (frame 1): got 4294967279 bytes, expected at most 131072; raise EventStreamLimits if the peer means it");
  }

  @Test
  void aBrokenStreamStaysBroken() {
    EventStreamDecoder decoder = new EventStreamDecoder();
    byte[] broken = Frames.hex("00000010 00000000 05c248eb 00000000");
    decoder.feed(broken, 0, broken.length);

    assertThatThrownBy(decoder::next).hasMessageContaining("message CRC mismatch at byte 12");
    assertThatThrownBy(decoder::next).hasMessageContaining("message CRC mismatch at byte 12");
  }

  private static void assertRefused(byte[] stream, String message) {
    for (int piece : new int[] {stream.length, 1}) {
      assertThatExceptionOfType(MalformedWireException.class)
          .isThrownBy(() -> Deliveries.inPieces(stream, piece))
          .withMessage(message);
    }
    byte[] trailed = Arrays.copyOf(stream, stream.length + 99);
    assertThatThrownBy(() -> Deliveries.inPieces(trailed, trailed.length)).hasMessage(message);
    assertThat(message).doesNotContain("\n");
  }
}
