package dev.toolwire.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class JsonTextTest {
  private static final JsonMapper MAPPER = JsonBinding.mapper();
  private static final int GENERATED_DOCUMENTS = 300;
  private static final int DEEPEST = 500;

  @Test
  void readsAndWritesWhatTheMapperDoes() {
    for (long seed = 0; seed < GENERATED_DOCUMENTS; seed++) {
      String document = new RandomJson(new SplittableRandom(seed)).document();
      JsonNode tree = MAPPER.readTree(document);
      byte[] utf8 = document.getBytes(UTF_8);

      assertThat(
              List.of(
                  JsonText.read(document),
                  JsonText.read(utf8),
                  JsonText.read(("[" + document + "]").getBytes(UTF_8), 1, utf8.length),
                  JsonText.read(new ByteArrayInputStream(utf8))))
          .as("seed %d: %s", seed, document)
          .containsOnly(tree);
      assertThat(JsonText.write(tree)).isEqualTo(MAPPER.writeValueAsBytes(tree));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":1,\"b\":2,\"a\":{\"x\":3}}",
        "[1.50,-0.00,1e2147483647,123456789012345678901234567890.5,-0]",
        "[2147483647,2147483648,9223372036854775807,9223372036854775808]",
        "\"\\ud83d\"",
        "  7\n"
      })
  void readsAndWritesOddValuesAsTheMapperDoes(String document) {
    JsonNode tree = MAPPER.readTree(document);

    assertThat(JsonText.read(document)).isEqualTo(tree);
    assertThat(JsonText.write(tree)).isEqualTo(MAPPER.writeValueAsBytes(tree));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[1,",
        "[1,]",
        "{\"a\"}",
        "{\"a\":}",
        "tru",
        "NaN",
        "01",
        "'a'",
        "]",
        "1 2",
        "{}x"
      })
  void refusesWhatIsNotOneValue(String document) {
    assertThatThrownBy(() -> JsonText.read(document)).isInstanceOf(JacksonException.class);
    assertThatThrownBy(() -> MAPPER.readTree(document)).isInstanceOf(JacksonException.class);
  }

  /// Jackson itself lets an exception of Java's number parser through.
  @ParameterizedTest
  @ValueSource(strings = {"1e99999999999", "[0, -1.5e-99999999999]"})
  void refusesNumbersWhoseExponentIsBeyondThirtyTwoBits(String document) {
    assertThatThrownBy(() -> JsonText.read(document))
        .isInstanceOf(JacksonException.class)
        .hasMessageContaining("is out of range");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ | Unexpected end-of-input: expected close marker for Object, at line 1, column 2",
        "[1,~ x] | Unrecognized token 'x': was expecting (JSON String, Number, Array, Object or"
            + " token 'null', 'true' or 'false'), at line 2, column 2",
        "[} | Unexpected close marker '}': expected ']', at line 1, column 2",
        "{} {} | more text after the end of the value, at line 1, column 5",
        "1e99999999999 | the number 1e99999999999 is out of range, at line 1, column 14"
      })
  void saysWhatIsWrongAndWhere(String document, String mistake) {
    assertThat(mistakeIn(document.replace("~", "\n"))).isEqualTo(mistake);
  }

  @Test
  void saysNothingOfHowTheParserIsSetUp() {
    assertThat(mistakeIn("[".repeat(DEEPEST + 1)))
        .isEqualTo("Document nesting depth (501) exceeds the maximum allowed (500)");
  }

  private static String mistakeIn(String document) {
    try {
      return JsonText.read(document.getBytes(UTF_8)).toString();
    } catch (JacksonException notJson) {
      return JsonText.mistake(notJson);
    }
  }

  @Test
  void blankTextIsNoValue() {
    assertThat(JsonText.read(" \n").isMissingNode()).isTrue();
  }

  @Test
  void depthIsBounded() {
    assertThat(JsonText.read("[".repeat(DEEPEST) + "]".repeat(DEEPEST)).isArray()).isTrue();
    assertThatThrownBy(() -> JsonText.read("[".repeat(DEEPEST + 1) + "]".repeat(DEEPEST + 1)))
        .isInstanceOf(JacksonException.class);
  }

  @Test
  void treeOfNumbersBytesAndJavaObjectsIsWrittenAsTheMapperDoes() {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("short", (short) 1).put("float", 1.5f).put("double", 2.5).put("bytes", new byte[] {7});
    tree.putPOJO("object", Map.of("a", 1)).putPOJO("null", null);

    assertThat(JsonText.write(tree)).isEqualTo(MAPPER.writeValueAsBytes(tree));
  }

  @Test
  void plainValuesAreBoundAsTheMapperBindsThem() {
    for (Object value : List.of("text", true, 1, 2L, 2.5, List.of(1), JsonObject.of("a", 1))) {
      assertThat(JsonBinding.toTree(value)).isEqualTo(MAPPER.valueToTree(value));
    }
    assertThat(JsonBinding.toTree(null).isNull()).isTrue();
  }

  @Test
  void boundTreeIsACopy() {
    ObjectNode mine = JsonNodeFactory.instance.objectNode();
    JsonNode bound = JsonBinding.toTree(mine);
    mine.put("later", true);

    assertThat(bound.isEmpty()).isTrue();
  }
}
