package dev.toolwire.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonGenerator;

class JsonObjectTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"word\":\"peppers\",\"letters\":[\"p\",\"e\"],\"times\":2}",
        "{\"exact\":1.50,\"big\":123456789012345678901234567890}",
        "{\"quoted\":\"\\\"\\\\\\n\",\"pepper\":\"🌶\",\"é\":\"ü\"}",
        "{\"half\":\"x\\uD800y\"}",
        "{\"otherHalf\":\"\\uDC00\"}"
      })
  void isWrittenTheSameEveryTimeAndAsItReads(String text) {
    JsonObject object = JsonObject.parse(text);

    assertThat(written(object)).isEqualTo(text);
    assertThat(written(object)).isEqualTo(text);
    assertThat(written(object)).isEqualTo(text);
    assertThat(object).hasToString(text);
    assertThat(JsonObject.parse(object.toString())).isEqualTo(object);
  }

  @ParameterizedTest
  @ValueSource(ints = {2048 - 8, 2048 - 7})
  void isWrittenTheSameWhetherItsTextIsKeptOrTooLongForThat(int letters) {
    String text = "{\"a\":\"" + "x".repeat(letters) + "\"}";
    JsonObject object = JsonObject.parse(text);

    assertThat(object).hasToString(text);
    assertThat(written(object)).isEqualTo(text);
    assertThat(written(object)).isEqualTo(text);
  }

  private static String written(JsonObject object) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = JsonText.generator(bytes)) {
      object.write(out);
    }
    return bytes.toString(UTF_8);
  }
}
