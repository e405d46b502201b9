package dev.toolwire.tool;

import static dev.toolwire.tool.InputChange.Kind.ENUM_SPELLING;
import static dev.toolwire.tool.InputChange.Kind.NULL_DROPPED;
import static dev.toolwire.tool.InputChange.Kind.UNPACKED;
import static dev.toolwire.tool.InputChange.Kind.UNQUOTED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.conversation.ToolInput;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.ToolSpec;
import dev.toolwire.tool.Checked.Ready;
import dev.toolwire.tool.Checked.Refused;
import dev.toolwire.tool.InputChange.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputRepairTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      textBlock =
          """
          {"type":"integer"}                 | " 3 "           | UNQUOTED      | 3
          {"type":"integer"}                 | "2.0"           | UNQUOTED      | 2
          {"type":"integer"}                 | "1e3"           | UNQUOTED      | 1000
          {"type":"number"}                  | "2.50"          | UNQUOTED      | 2.50
          {"type":"boolean"}                 | "True"          | UNQUOTED      | true
          {"type":["integer","null"]}        | "null"          | UNQUOTED      | null
          {"enum":[1,2]}                     | "2"             | UNQUOTED      | 2
          {"type":"string"}                  | 3.10            | QUOTED        | "3.10"
          {"type":"string"}                  | true            | QUOTED        | "true"
          {"type":"string","enum":["1","2"]} | 1               | QUOTED        | "1"
          {"type":"array"}                   | "[1, 2]"        | UNPACKED      | [1,2]
          {"type":"object"}                  | "{\\"a\\": 1}"  | UNPACKED      | {"a":1}
          {"type":"array","items":{"type":"string"}} | "a b"   | WRAPPED       | ["a b"]
          {"type":"array"}                   | {"a":1}         | WRAPPED       | [{"a":1}]
          {"type":"string"}                  | null            | NULL_DROPPED  |
          {"enum":["a"]}                     | null            | NULL_DROPPED  |
          {"enum":["Celsius","Kelvin"]}      | " celsius"      | ENUM_SPELLING | "Celsius"
          {"const":"metric"}                 | "METRIC"        | ENUM_SPELLING | "metric"
          {"anyOf":[{"type":"integer"},{"type":"boolean"}]} | "7" | UNQUOTED   | 7
          """)
  void valueWithOneRepairIsRepaired(String schema, String came, Kind kind, String after) {
    Ready ready = (Ready) check(schema, came);

    String fixed = after == null ? "" : after;
    assertThat(ready.input().toString())
        .isEqualTo(fixed.isEmpty() ? "{}" : "{\"v\":" + fixed + "}");
    String before = JsonObject.parse("{\"v\":" + came + "}").member("v").orElseThrow().toString();
    assertThat(ready.repairs()).containsExactly(new InputChange("/v", kind, before, fixed));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      textBlock =
          """
          {"type":"integer"}                             | "three"
          {"type":"integer"}                             | "2.5"
          {"type":"integer"}                             | 2.5
          {"type":"integer"}                             | "0x10"
          {"type":"integer"}                             | "1e999999"
          {"type":"integer"}                             | ""
          {"type":"boolean"}                             | "yes"
          {"type":"boolean"}                             | 1
          {"type":"array"}                               | "a, b"
          {"type":"array"}                               | "[1, 2"
          {"type":"object"}                              | "[1]"
          {"type":"object"}                              | [{"a":1}]
          {"type":"string"}                              | ["a"]
          {"type":"array","items":{"type":"integer"}}    | [null]
          {"type":"array","items":{"type":"integer"}}    | "x"
          {"enum":["a","A"]}                             | " a"
          {"enum":["red"]}                               | "rot"
          {"type":"integer","maximum":5}                 | "7"
          {"anyOf":[{"type":"integer"},{"type":"array"}]}| "7"
          {"minLength":2}                                | "a"
          """)
  void valueThatNeedsAGuessIsRefused(String schema, String came) {
    assertThat(check(schema, came)).isInstanceOf(Refused.class);
  }

  @Test
  void requiredMemberThatIsNullIsNotDropped() {
    ToolInputCheck check =
        of(
            "{\"type\":\"object\",\"properties\":{\"v\":{\"type\":\"string\"}},\"required\":[\"v\"]}");

    assertThat(((Refused) check.check(ToolInput.of("{\"v\":null}"))).words())
        .contains("- /v: got null, expected a string");
  }

  @Test
  void severalRepairsAreMadeTogetherAndEachIsRecorded() {
    ToolInputCheck check =
        of(
            """
            {"type":"object","additionalProperties":false,"required":["unit","legs"],"properties":{
              "unit":{"enum":["km","mi"]},"note":{"type":"string"},
              "legs":{"type":"array","items":{"type":"object","properties":{"far":{"type":"number"}}}}}}\
            """);

    Ready ready =
        (Ready)
            check.check(
                ToolInput.of(
                    "{\"unit\":\"KM\",\"note\":null,\"legs\":\"[{\\\"far\\\":\\\"4.5\\\"}]\"}"));

    assertThat(ready.input())
        .isEqualTo(JsonObject.parse("{\"unit\":\"km\",\"legs\":[{\"far\":4.5}]}"));
    assertThat(ready.repairs())
        .containsExactlyInAnyOrder(
            new InputChange("/unit", ENUM_SPELLING, "\"KM\"", "\"km\""),
            new InputChange("/note", NULL_DROPPED, "null", ""),
            new InputChange(
                "/legs", UNPACKED, "\"[{\\\"far\\\":\\\"4.5\\\"}]\"", "[{\"far\":\"4.5\"}]"),
            new InputChange("/legs/0/far", UNQUOTED, "\"4.5\"", "4.5"));
  }

  @Test
  void oneValueBeyondRepairLeavesTheWholeInputUnrepaired() {
    ToolInputCheck check =
        of("{\"type\":\"object\",\"additionalProperties\":{\"type\":\"integer\"}}");

    assertThat(((Refused) check.check(ToolInput.of("{\"a\":\"1\",\"b\":\"two\"}"))).words())
        .contains("- /a: \"1\" is a string", "- /b: \"two\" is a string");
  }

  @Test
  void wholeNumberWithAFractionOfZeroIsAnIntegerAlready() {
    assertThat(check("{\"type\":\"integer\"}", "2.0"))
        .isEqualTo(new Ready(JsonObject.parse("{\"v\":2.0}"), List.of()));
  }

  @Test
  void hundredWrongValuesAreTooManyToRepair() {
    assertThat(check("{\"items\":{\"type\":\"integer\"}}", numbers(99))).isInstanceOf(Ready.class);
    assertThat(check("{\"items\":{\"type\":\"integer\"}}", numbers(100)))
        .isInstanceOf(Refused.class);
  }

  private static String numbers(int count) {
    return "[" + "\"1\",".repeat(count - 1) + "\"1\"]";
  }

  private static Checked check(String schema, String value) {
    return of("{\"type\":\"object\",\"properties\":{\"v\":" + schema + "}}")
        .check(new ToolInput.Parsed(JsonObject.parse("{\"v\":" + value + "}")));
  }

  private static ToolInputCheck of(String schema) {
    return ToolInputCheck.of(new ToolSpec("probe", "", JsonObject.parse(schema)));
  }
}
