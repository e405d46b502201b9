package dev.toolwire.tool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.conversation.ToolInput;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.ToolSpec;
import dev.toolwire.tool.Checked.Refused;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlternativesTest {

  /// Shapes told apart by their type, one of them behind a reference.
  private static final String SHAPES =
      """
      {"type":"object","properties":{"shapes":{"type":"array","items":{"%s":[
         {"properties":{"type":{"const":"circle"},"radius":{"type":"number"}},
          "required":["type","radius"],"additionalProperties":false},
         {"$ref":"#/$defs/square"}]}}},
       "$defs":{"square":{"properties":{"type":{"const":"square"},"side":{"type":"number"}},
          "required":["type","side"],"additionalProperties":false}}}\
      """;

  @ParameterizedTest
  @ValueSource(strings = {"anyOf", "oneOf"})
  void onlyTheAlternativeThatWasNamedComplains(String keyword) {
    assertThat(
            problems(
                SHAPES.formatted(keyword),
                "{\"shapes\":[{\"type\":\"circle\"},{\"type\":\"square\",\"side\":[]}]}"))
        .containsExactly(
            "/shapes/0/radius: missing, expected a number",
            "/shapes/1/side: [] is an array, expected a number");
  }

  @ParameterizedTest
  @ValueSource(strings = {"anyOf", "oneOf"})
  void nameThatNoneHasIsToldWithThoseToChooseFrom(String keyword) {
    assertThat(
            problems(SHAPES.formatted(keyword), "{\"shapes\":[{\"type\":\"blob\",\"size\":1},{}]}"))
        .containsExactly(
            "/shapes/0/type: got \"blob\", expected one of \"circle\", \"square\"",
            "/shapes/1/type: missing, expected one of \"circle\", \"square\"");
  }

  @Test
  void alternativesOfAlternativesAreToldEachForItself() {
    assertThat(
            problems(
                """
                {"type":"object","anyOf":[
                  {"properties":{"do":{"const":"draw"},"pen":{"anyOf":[
                    {"properties":{"ink":{"const":"red"}},"required":["ink"]},
                    {"properties":{"ink":{"const":"blue"}},"required":["ink"]}]}},"required":["do"]},
                  {"properties":{"do":{"const":"erase"},"all":{"const":true}},"required":["do","all"]}]}\
                """,
                "{\"do\":\"draw\",\"pen\":{\"ink\":\"green\"}}"))
        .containsExactly("/pen/ink: got \"green\", expected one of \"red\", \"blue\"");
  }

  @Test
  void constantThatIsTheValueItselfTellsNothingApart() {
    assertThat(
            problems(
                """
                {"type":"object","properties":{"v":{"anyOf":[{"const":"none"},{"type":"integer"}]}}}\
                """,
                "{\"v\":\"some\"}"))
        .containsExactly(
            "/v: got \"some\", expected \"none\"", "/v: \"some\" is a string, expected an integer");
  }

  private static List<String> problems(String schema, String input) {
    ToolInputCheck check = ToolInputCheck.of(new ToolSpec("probe", "", JsonObject.parse(schema)));
    Refused refused = (Refused) check.check(ToolInput.of(input));
    return refused
        .words()
        .lines()
        .filter(line -> line.startsWith("- "))
        .map(line -> line.substring(2))
        .toList();
  }
}
