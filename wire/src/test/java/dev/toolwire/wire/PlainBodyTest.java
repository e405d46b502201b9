package dev.toolwire.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.toolwire.model.MalformedWireException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainBodyTest {

  private final PlainBody body = new PlainBody();

  @ParameterizedTest
  @ValueSource(strings = {"data: {\"a\":1}", "\n\n: {", "event: x\n{", "[1]", "<html>{"})
  void whatBeginsWithoutABraceIsNoObject(String text) {
    assertThat(takes(text)).isFalse();
    assertThat(takes("{\"a\":1}")).isFalse();
    assertThat(body.isObject()).isFalse();
  }

  @Test
  void spacesDecideNothing() {
    assertThat(takes(" \r\n\t")).isFalse();
    assertThat(takes("{\"a\":")).isTrue();
    assertThat(takes("1} ")).isTrue();
    assertThat(body.object().number("a", 0)).isEqualTo(1);
  }

  @Test
  void objectIsStampedWithItsFirstAndLastByte() {
    byte[] bytes = " {}".getBytes(UTF_8);
    body.takes(new Chunk(bytes, 0, 1, 5));
    body.takes(new Chunk(bytes, 1, 1, 7));
    body.takes(new Chunk(bytes, 2, 1, 9));

    assertThat(body.firstByteNanos()).isEqualTo(7);
    assertThat(body.lastByteNanos()).isEqualTo(9);
  }

  @Test
  void objectBeyondTheLimitIsRefused() {
    byte[] most = new byte[PlainBody.MAX_BYTES];
    most[0] = '{';

    assertThat(body.takes(new Chunk(most, 0, most.length, 0))).isTrue();
    assertThatExceptionOfType(MalformedWireException.class)
        .isThrownBy(() -> takes("}"))
        .withMessage(
            "the answer is one object of more than 25165824 bytes instead of a stream of events");
  }

  private boolean takes(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return body.takes(new Chunk(bytes, 0, bytes.length, 0));
  }
}
