package dev.toolwire.tool;

import static dev.toolwire.tool.InputChange.Kind.FENCE;
import static dev.toolwire.tool.InputChange.Kind.PYTHON_LITERAL;
import static dev.toolwire.tool.InputChange.Kind.RAW_WHITESPACE;
import static dev.toolwire.tool.InputChange.Kind.TRAILING_COMMA;
import static dev.toolwire.tool.InputChange.Kind.UNCLOSED;
import static dev.toolwire.tool.InputChange.Kind.UNPACKED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.toolwire.conversation.ToolInput;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.ToolSpec;
import dev.toolwire.tool.Checked.Ready;
import dev.toolwire.tool.Checked.Refused;
import dev.toolwire.tool.InputChange.Kind;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextRepairTest {

  private static final ToolInputCheck ANY =
      ToolInputCheck.of(new ToolSpec("probe", "", JsonObject.of("type", "object")));

  static Stream<Arguments> slips() {
    return Stream.of(
        slip("{\"a\":{\"b\":[\"c\"]", "{\"a\":{\"b\":[\"c\"]}}", UNCLOSED),
        slip("{\"a\":[{\"b\":\"c\"", "{\"a\":[{\"b\":\"c\"}]}", UNCLOSED),
        slip("{\"a\":true", "{\"a\":true}", UNCLOSED),
        slip("{\"a\":[1,2,],\"b\":1 , }", "{\"a\":[1,2],\"b\":1}", TRAILING_COMMA, TRAILING_COMMA),
        slip(
            "{\"a\":True,\"b\":[None,False]}",
            "{\"a\":true,\"b\":[null,false]}",
            PYTHON_LITERAL,
            PYTHON_LITERAL,
            PYTHON_LITERAL),
        slip("{\"a\":\"x\ny\"}", "{\"a\":\"x\\ny\"}", RAW_WHITESPACE),
        slip("```json\n{\"a\":1}\n```", "{\"a\":1}", FENCE),
        slip("```\n{\"a\":1,}\n```\n", "{\"a\":1}", FENCE, TRAILING_COMMA),
        slip("\"{\\\"a\\\":1}\"", "{\"a\":1}", UNPACKED),
        slip(
            "{\"a\":\"True, \\\"None\\\" [,]\",}",
            "{\"a\":\"True, \\\"None\\\" [,]\"}",
            TRAILING_COMMA));
  }

  @ParameterizedTest
  @MethodSource("slips")
  void slipThatLeavesNoDoubtIsMended(String text, String json, Kind[] kinds) {
    Ready ready = (Ready) ANY.check(malformed(text));

    assertThat(ready.input()).isEqualTo(JsonObject.parse(json));
    assertThat(ready.repairs()).extracting(InputChange::kind).containsExactly(kinds);
    assertThat(ready.repairs()).extracting(InputChange::path).containsOnly("");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":\"cut he",
        "{\"a\":\"cut here\\",
        "{\"a\":12",
        "{\"a\":-",
        "{\"a\":tru",
        "{\"a\":",
        "{\"a\"",
        "{\"a\":1,",
        "{",
        "{\"a\":[",
        "{\"a\":[1,2}",
        "{\"a\":1}}",
        "{\"a\":1} and {\"b\":2}",
        "{\"a\":[,]}",
        "{\"a\":[1,,]}",
        "{'a':1}",
        "{a:1}",
        "{\"a\":TRUE}",
        "{\"a\":NaN}",
        "[{\"a\":1}]",
        "Sure: {\"a\":1}",
        "```json\n{\"a\":1",
        "\"{\\\"a\\\":1\"",
        "\"\\\"{}\\\"\"",
        "null"
      })
  void textThatMayMeanSomethingElseIsRefused(String text) {
    assertThat(ANY.check(malformed(text))).isInstanceOf(Refused.class);
  }

  @Test
  void noPrefixOfAnInputBecomesACallWithAnUnfinishedValue() {
    String whole =
        "{\"path\":\"a.txt\",\"n\":123,\"on\":true,\"tags\":[\"x\",\"yz\"],\"o\":{\"k\":null}}";

    for (int cut = 1; cut < whole.length(); cut++) {
      if (ANY.check(malformed(whole.substring(0, cut))) instanceof Ready(var input, _)) {
        JsonObject complete = JsonObject.parse(whole);
        input
            .names()
            .forEach(name ->
                assertThat(complete.member(name).orElseThrow().toString())
                    .startsWith(unclosed(input.member(name).orElseThrow().toString())));
      }
    }
  }

  /// A list or object may be shorter than it was going to be, but never hold half a scalar.
  private static String unclosed(String json) {
    return json.replaceAll("[\\]}]+$", "");
  }

  @Test
  void manySlipsAreNotTrusted() {
    assertThat(ANY.check(malformed("{\"a\":[" + "True,".repeat(99) + "]}")))
        .isInstanceOf(Ready.class);
    assertThat(ANY.check(malformed("{\"a\":[" + "True,".repeat(101) + "1]}")))
        .isInstanceOf(Refused.class);
  }

  @Test
  void hugeTextsTakeLinearTime() {
    String commas = "{\"a\":[" + " ,".repeat(500_000);
    String braces = "{\"a\":".repeat(200_000);
    String spaces = "{\"a\":1," + " ".repeat(1_000_000) + "x";
    String ticks = "`".repeat(1_000_000);

    assertTimeout(
        Duration.ofSeconds(5),
        () ->
            Stream.of(commas, braces, spaces, ticks)
                .forEach(
                    text -> assertThat(ANY.check(malformed(text))).isInstanceOf(Refused.class)));
  }

  private static Arguments slip(String text, String json, Kind... kinds) {
    return Arguments.of(text, json, kinds);
  }

  private static ToolInput malformed(String text) {
    return new ToolInput.Malformed(text, "not JSON");
  }
}
