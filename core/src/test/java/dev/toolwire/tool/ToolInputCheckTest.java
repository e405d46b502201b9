package dev.toolwire.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.toolwire.conversation.ToolInput;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.ToolSpec;
import dev.toolwire.tool.Checked.Ready;
import dev.toolwire.tool.Checked.Refused;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolInputCheckTest {

  private static final ToolInputCheck COUNT =
      check(
          """
          {"type":"object","properties":{
             "word":{"type":"string","description":"The phrase to count in"},
             "letter":{"type":"string","minLength":1,"maxLength":1}},
           "required":["word","letter"],"additionalProperties":false}\
          """);

  @Test
  void inputThatFitsIsReadyAsItIs() {
    JsonObject input = JsonObject.parse("{\"word\":\"Peter Piper\",\"letter\":\"p\"}");

    assertThat(COUNT.check(new ToolInput.Parsed(input))).isEqualTo(new Ready(input, List.of()));
  }

  @Test
  void everyProblemIsSaidWithItsPathAndWhatWasExpected() {
    assertThat(refusal(COUNT, "{\"letter\":[3],\"color\":\"red\"}"))
        .isEqualTo(
            """
            probe was not run, its input is wrong:
            - /letter: [3] is an array, expected a string
            - /word: missing, expected a string (The phrase to count in)
            - /color: unknown member, expected only "word", "letter"
            Correct this and call probe again with the complete input.\
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      textBlock =
          """
          {"type":"integer"}                        | "x"          | /v: "x" is a string, expected an integer
          {"type":["integer","null"]}               | 2.5          | /v: 2.5 is a number, expected an integer or null
          {"anyOf":[{"type":"string"},{"type":"boolean"}]} | {"a":1} | /v: {"a":1} is an object, expected a string or true or false
          {"enum":["red","green"]}                  | "teal"       | /v: got "teal", expected one of "red", "green"
          {"const":3}                               | 4            | /v: got 4, expected 3
          {"minimum":3}                             | 1            | /v: got 1, expected at least 3
          {"maximum":3}                             | 4            | /v: got 4, expected at most 3
          {"exclusiveMinimum":3}                    | 3            | /v: got 3, expected more than 3
          {"exclusiveMaximum":3}                    | 3            | /v: got 3, expected less than 3
          {"multipleOf":5}                          | 7            | /v: got 7, expected a multiple of 5
          {"minLength":2}                           | "a"          | /v: has 1 characters, expected at least 2
          {"maxLength":1}                           | "😀b"        | /v: has 2 characters, expected at most 1
          {"minItems":2}                            | [1]          | /v: has 1 items, expected at least 2
          {"maxItems":1}                            | [1,2]        | /v: has 2 items, expected at most 1
          {"uniqueItems":true}                      | [1,1]        | /v: has an item twice, expected each once
          {"pattern":"^a+$"}                        | "b"          | /v: got "b", expected a match of the pattern ^a+$
          {"format":"date"}                         | "2026-02-30" | /v: got "2026-02-30", expected a date such as 2026-11-20
          {"format":"date-time"}                    | "now"        | /v: got "now", expected a date and time with offset such as 2026-11-20T12:30:00Z
          {"format":"ipv4"}                         | "1.2.3"      | /v: got "1.2.3", expected the format ipv4
          {"items":{"properties":{"a/b":{"type":"number"}}}} | [{},{"a/b":true}] | /v/1/a~1b: true is a boolean, expected a number
          {"properties":{"q":{}},"required":["q"]}  | {}           | /v/q: missing, expected a value
          {"not":{"type":"string"}}                 | "a"          | /v: must not be valid to the schema {"type":"string"}
          {"oneOf":[{"minimum":1},{"maximum":3}]}   | 2            | /v: does not fit exactly one of the alternatives
          """)
  void problemIsSaidInWords(String schema, String value, String words) {
    ToolInputCheck check = check("{\"type\":\"object\",\"properties\":{\"v\":" + schema + "}}");

    assertThat(refusal(check, "{\"v\":" + value + "}").lines().skip(1)).startsWith("- " + words);
  }

  @Test
  void referencesAreFollowedToSayWhatWasExpected() {
    ToolInputCheck tree =
        check(
            """
            {"type":"object","properties":{"root":{"$ref":"#/$defs/Node"}},
             "$defs":{"Node":{"type":"object","required":["name"],"properties":{
               "name":{"type":"string"},"kids":{"type":"array","items":{"$ref":"#/$defs/Node"}}}}}}\
            """);

    assertThat(refusal(tree, "{\"root\":{\"name\":\"a\",\"kids\":[{\"kids\":[]}]}}"))
        .contains("- /root/kids/0/name: missing, expected a string\n");
  }

  @Test
  void tenProblemsAreSaidAndTheOthersCounted() {
    ToolInputCheck check =
        check("{\"type\":\"object\",\"additionalProperties\":{\"type\":\"object\"}}");

    assertThat(refusal(check, wrongMembers(10)).lines()).hasSize(12);
    assertThat(refusal(check, wrongMembers(11)).lines()).hasSize(13).contains("- and 1 more");
    assertThat(refusal(check, wrongMembers(5_000))).contains("- and at least 90 more\n");
  }

  @Test
  void longValuesAreCut() {
    String words = refusal(COUNT, "{\"word\":[\"" + "x".repeat(100_000) + "\"],\"letter\":\"p\"}");

    assertThat(words).contains("/word: [\"xxx").hasSizeLessThan(300);
  }

  @Test
  void truncatedInputIsRefusedEvenIfItLooksComplete() {
    assertThat(COUNT.check(new ToolInput.Truncated("{\"word\":\"a\",\"letter\":\"p\"}")))
        .isEqualTo(
            new Refused(
                "probe was not run: its input was cut off after 25 characters. Send the whole input"
                    + " again; if it is too long, split the work into several calls."));
  }

  @Test
  void malformedInputIsRefusedWithTheParsersProblem() {
    assertThat(COUNT.check(ToolInput.of("{\"word\": \"a\", letter}")))
        .asInstanceOf(type(Refused.class))
        .extracting(Refused::words)
        .asString()
        .startsWith(
            """
            probe was not run, its input is wrong:
            - it is not one complete JSON object: not JSON: Unexpected character\
            """);
  }

  @Test
  void malformedInputThatAlsoBreaksTheSchemaIsToldBoth() {
    Checked checked = COUNT.check(ToolInput.of("{\"word\":\"a\",}"));

    assertThat(((Refused) checked).words())
        .contains("- it is not one complete JSON object")
        .contains("- /letter: missing, expected a string");
  }

  @Test
  void schemaThatDoesNotCompileRefusesInsteadOfThrowing() {
    ToolInputCheck broken =
        check("{\"type\":\"object\",\"properties\":{\"v\":{\"pattern\":\"[\"}}}");

    assertThat(refusal(broken, "{\"v\":\"x\"}"))
        .isEqualTo(
            "probe was not run: the application declared it wrongly. Go on without this tool.");
  }

  @ParameterizedTest
  @CsvSource({"http://127.0.0.1:9/x.json", "file:///etc/hosts", "classpath:/draft/2020-12/schema"})
  void referencesToElsewhereAreNeverFetched(String uri) {
    ToolInputCheck check =
        check("{\"type\":\"object\",\"properties\":{\"v\":{\"$ref\":\"" + uri + "\"}}}");

    assertThat(refusal(check, "{\"v\":\"x\"}")).contains("declared it wrongly");
  }

  @Test
  void olderDraftsAreUnderstood() {
    ToolInputCheck check =
        check(
            """
            {"$schema":"http://json-schema.org/draft-07/schema#","type":"object",
             "properties":{"v":{"items":[{"type":"integer"}]}}}\
            """);

    assertThat(check.check(ToolInput.of("{\"v\":[1]}"))).isInstanceOf(Ready.class);
    assertThat(refusal(check, "{\"v\":[{}]}")).contains("/v/0: {} is an object");
  }

  @Test
  void refusalShowsWhatTheModelWroteAndNotAnAttemptAtRepair() {
    ToolInputCheck check =
        check(
            """
            {"type":"object","properties":{"n":{"type":"integer"},
             "v":{"type":"array","items":{"properties":{"zip":{"type":"string"}}}}}}\
            """);

    assertThat(refusal(check, "{\"n\":\"many\",\"v\":{\"zip\":null}}"))
        .contains("/v: {\"zip\":null} is an object, expected an array");
  }

  @Test
  void missingMemberThatAnotherOneAsksForIsNamed() {
    ToolInputCheck check = check("{\"type\":\"object\",\"dependentRequired\":{\"a\":[\"b\"]}}");

    assertThat(refusal(check, "{\"a\":1}"))
        .contains("the input: has a missing property 'b' which is dependent required because 'a'");
  }

  @Test
  void schemaThatLeadsToItselfRefusesInsteadOfOverflowing() {
    ToolInputCheck circle =
        check(
            """
            {"type":"object","properties":{"v":{"$ref":"#/$defs/a"}},
             "$defs":{"a":{"$ref":"#/$defs/b"},"b":{"$ref":"#/$defs/a"}}}\
            """);

    assertThat(refusal(circle, "{\"v\":1}")).contains("declared it wrongly");
  }

  @Test
  void deepInputsForRecursiveSchemasAreHandled() {
    ToolInputCheck list =
        check(
            """
            {"type":"object","additionalProperties":false,
             "properties":{"next":{"$ref":"#"}}}\
            """);
    String deep = "{\"next\":".repeat(400) + "{}" + "}".repeat(400);

    assertThat(list.check(ToolInput.of(deep))).isInstanceOf(Ready.class);
    assertThat(refusal(list, deep.replace("{}", "{\"end\":1}"))).contains("/end: unknown member");
  }

  private static String wrongMembers(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "\"m" + i + "\":\"a, b\"")
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String refusal(ToolInputCheck check, String input) {
    return ((Refused) check.check(new ToolInput.Parsed(JsonObject.parse(input)))).words();
  }

  private static ToolInputCheck check(String schema) {
    return ToolInputCheck.of(new ToolSpec("probe", "", JsonObject.parse(schema)));
  }
}
