package dev.toolwire.wire.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StopScannerTest {

  private final StopScanner scanner = new StopScanner();

  @Test
  void endOfABlockIsReadWithItsPadding() {
    assertThat(block("{\"type\":\"content_block_stop\",\"index\":12}")).isEqualTo(12);
    assertThat(block("{\"type\":\"content_block_stop\",\"index\":0   }")).isZero();
  }

  @Test
  void endOfTheAnswerIsReadWithItsPadding() {
    assertThat(isMessageStop("{\"type\":\"message_stop\"}")).isTrue();
    assertThat(isMessageStop("{\"type\":\"message_stop\"    }")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"content_block_stop\"}",
        "{\"type\":\"content_block_stop\",\"index\":-1}",
        "{\"type\":\"content_block_stop\",\"index\":01}",
        "{\"type\":\"content_block_stop\",\"index\":1,\"more\":1}",
        "{\"type\":\"content_block_stop\",\"index\":1}{}",
        "{\"index\":1,\"type\":\"content_block_stop\"}",
        "{\"type\":\"message_stop\",\"amazon-bedrock-invocationMetrics\":{}}",
        "{\"type\":\"message_stop\"",
        "",
      })
  void anythingElseIsLeftToTheParser(String data) {
    assertThat(block(data)).isEqualTo(-1);
    assertThat(isMessageStop(data)).isFalse();
  }

  private int block(String data) {
    byte[] bytes = framed(data);
    return scanner.block(bytes, 1, bytes.length - 2);
  }

  private boolean isMessageStop(String data) {
    byte[] bytes = framed(data);
    return scanner.isMessageStop(bytes, 1, bytes.length - 2);
  }

  /// The data with a stranger's byte on each side.
  private static byte[] framed(String data) {
    return ("}" + data + "}").getBytes(StandardCharsets.UTF_8);
  }
}
