package dev.toolwire.wire.sse;

import static dev.toolwire.wire.sse.SseTranscript.message;
import static dev.toolwire.wire.sse.SseTranscript.said;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SseEncoderTest {

  private final SseEncoder encoder = new SseEncoder();

  @Test
  void whatIsWrittenIsReadAgain() {
    event("ping", "{}");
    event("", "one\ntwo\n");
    encoder.comment("keep-alive");
    encoder.retry(3_000);
    event("", "");

    byte[] stream = encoder.take();

    assertThat(new String(stream, UTF_8))
        .isEqualTo(
            """
            event: ping
            data: {}

            data: one
            data: two
            data:\s

            : keep-alive

            retry: 3000

            data:\s

            """);
    assertThat(SseTranscript.decode(stream))
        .containsExactly(said("ping", "{}"), message("one\ntwo\n"), message(""));
    assertThat(encoder.length()).isZero();
  }

  @Test
  void onlyTheGivenPartOfAnArrayIsWritten() {
    encoder.event("abcdef".getBytes(UTF_8), 2, 3);

    assertThat(new String(encoder.array(), 0, encoder.length(), UTF_8)).isEqualTo("data: cde\n\n");
  }

  @Test
  void whatWouldArriveOtherwiseIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> event("", "ab\rc"))
        .withMessage("data with a CR at byte 2 would arrive with an LF there; escape it");
    assertThatIllegalArgumentException().isThrownBy(() -> event("a\nb", "{}"));
    assertThatIllegalArgumentException().isThrownBy(() -> encoder.comment("a\rb"));
    assertThatIllegalArgumentException().isThrownBy(() -> encoder.event("", new byte[0], 0, 0));
    assertThatThrownBy(() -> encoder.event(new byte[3], 2, 2))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(encoder.length()).isZero();
  }

  private void event(String type, String data) {
    byte[] bytes = data.getBytes(UTF_8);
    if (type.isEmpty()) {
      encoder.event(bytes, 0, bytes.length);
    } else {
      encoder.event(type, bytes, 0, bytes.length);
    }
  }
}
