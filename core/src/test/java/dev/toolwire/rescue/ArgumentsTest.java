package dev.toolwire.rescue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.json.JsonObject;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of the arguments: how they may be written, and which type bare text has.
class ArgumentsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'port': 'Brest', 'wet': True, 'x': None} | {\"port\":\"Brest\",\"wet\":true,\"x\":null} | PYTHON_NOTATION",
        "{\"port\": \"Brest\",}                    | {\"port\":\"Brest\"}                           | COMMAS",
        "{“port”: “Brest”}                         | {\"port\":\"Brest\"}                           | SMART_QUOTES",
        "{\"re\": \"\\d+\"}                        | {\"re\":\"\\\\d+\"}                            | ODD_ESCAPE",
        "{\"a\": 1 /* why */}                      | {\"a\":1}                                      | COMMENTS",
        "{\"a\": \"say \"hi\" now\"}               | {\"a\":\"say \\\"hi\\\" now\"}                 | UNESCAPED_QUOTES",
        "\"{\\\"a\\\": 1}\"                        | {\"a\":1}                                      | ENCODED_ARGUMENTS",
        "{\"a\": 1, \"a\": 2}                      | {\"a\":1}                                      | DUPLICATE_KEY",
      })
  void whatIsNotQuiteJsonIsReadAndSaidSo(String written, String meant, TextRepair repair) {
    TextCall.Call call =
        Reading.of("<tool_call>{\"name\": \"f\", \"arguments\": " + written + "}</tool_call>", "f")
            .onlyCall();

    assertThat(call.arguments()).isEqualTo(JsonObject.parse(meant));
    assertThat(call.repairs()).containsExactly(repair);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\": NaN}",
        "{\"a\": 0x10}",
        "{\"a\": +1}",
        "{\"a\": 01}",
        "{\"a\": 1.}",
        "{\"a\": b}",
        "[1]",
        "7",
        "{\"a\" 1}",
      })
  void whatIsNoValueBreaksTheCall(String written) {
    String text = "<tool_call>{\"name\": \"f\", \"arguments\": " + written + "}</tool_call>";
    Reading reading = Reading.of(text, "f");

    assertThat(reading.calls()).isEmpty();
    assertThat(reading.reports()).containsExactly("broken");
    assertThat(reading.everything()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "string            | 007      | \"007\"",
        "integer           | 42       | 42",
        "integer           | many     | \"many\"",
        "number            | 1.50     | 1.50",
        "boolean           | True     | true",
        "boolean           | perhaps  | \"perhaps\"",
        "array             | [1, 2]   | [1,2]",
        "array             | ['a']    | [\"a\"]",
        "object            | {'k': 1} | {\"k\":1}",
        "uint32            | 7        | 7",
        "dict              | {\"k\":1} | {\"k\":1}",
      })
  void bareTextHasTheTypeThatItsSchemaAsksFor(String type, String text, String value) {
    String schema =
        "{\"type\":\"object\",\"properties\":{\"v\":{\"type\":\"%s\"}}}".formatted(type);
    RescueTools tools =
        RescueTools.of(List.of(new RescueTool("f", JsonObject.parse(schema), true)));
    String written =
        "<tool_call>\n<function=f>\n<parameter=v>\n"
            + text
            + "\n</parameter>\n</function>\n</tool_call>";

    TextCall.Call call = Reading.of(tools, List.of(written)).onlyCall();

    assertThat(call.arguments()).isEqualTo(JsonObject.parse("{\"v\":" + value + "}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[f(v=math.sqrt(2))]",
        "[f(v=other)]",
        "[f(v=g(1))]",
        "[f(v=1 + 2)]",
        "[f(v='it's')]",
        "[f(v=San Jose)]",
      })
  void anExpressionIsNeverEvaluated(String written) {
    assertThat(Reading.of(written, "f").calls()).isEmpty();
    assertThat(Reading.of("<|tool_call_start|>" + written + "<|tool_call_end|>", "f").calls())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[f(v='a', n=-3)]                 | {\"v\":\"a\",\"n\":-3}",
        "[f(v=\"a\" 'b')]                 | {\"v\":\"ab\"}",
        "[f(v={'k': (1, 2), 'l': None})]  | {\"v\":{\"k\":[1,2],\"l\":null}}",
        "f(v=1_000)                       | {\"v\":1000}",
        "['f(v=1)']                       | {\"v\":1}",
        "[f(v=r'a\\d')]                   | {\"v\":\"a\\\\d\"}",
        "[f(from='x')]                    | {\"from\":\"x\"}",
      })
  void pythonLiteralsAreValues(String written, String meant) {
    assertThat(Reading.of(written, "f").onlyCall().arguments()).isEqualTo(JsonObject.parse(meant));
  }
}
