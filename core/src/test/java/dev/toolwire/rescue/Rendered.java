package dev.toolwire.rescue;

import dev.toolwire.json.JsonObject;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Calls as the formats write them, for tests that read them back.
final class Rendered {

  record Call(String name, JsonObject arguments) {}

  /// How one format writes calls.
  ///
  /// @param isTagged whether strings are bare text, so that they must not look like tags
  record Writer(String format, boolean isTagged, Function<List<Call>, String> write) {
    @Override
    public String toString() {
      return format;
    }
  }

  static final List<Writer> WRITERS =
      List.of(
          json("F1", "", "<tool_call>\n", "\n</tool_call>", "\n"),
          json("F2", "", "<function_call>", "</function_call>", ""),
          array("F3", "<|tool_call|>", ""),
          json("F4", "", "<function_call> ", "", "\n"),
          array("F5", "[TOOL_CALLS] ", ""),
          each("F6", "", call -> "[TOOL_CALLS]" + call.name() + "[ARGS]" + call.arguments(), ""),
          each("F7", "<|python_tag|>", call -> named(call, "parameters"), "; "),
          each(
              "F9",
              "",
              call -> "<|action_start|><|plugin|>" + named(call, "parameters") + "<|action_end|>",
              "\n"),
          array("F10", "<tool_calls>", "</tool_calls>"),
          array("F11", "functools", ""),
          array("F13", "<|START_ACTION|>", "<|END_ACTION|>"),
          each(
              "F14",
              "<|tools_prefix|>[",
              call -> "{\"" + call.name() + "\": " + call.arguments() + "}",
              ", ",
              "]<|tools_suffix|>"),
          array("F15", "<TOOLCALL>", "</TOOLCALL>"),
          json("F17", "", "<|content_invoke_tool_json|>", "<|end_message|>", ""),
          each("F18", "{\"tool_calls\": [", call -> named(call, "arguments"), ", ", "]}"),
          array("F19", "", ""),
          tagged(
              "F20",
              "<tool_call>\n<function=%s>\n",
              "<parameter=%s>\n%s\n</parameter>\n",
              "</function>\n</tool_call>"),
          tagged(
              "F21",
              "<seed:tool_call><function=%s>",
              "<parameter=%s>%s</parameter>",
              "</function></seed:tool_call>"),
          each(
              "F22",
              "",
              call -> "<function=" + call.name() + ">" + call.arguments() + "</function>",
              ""),
          each("F23", "", call -> ">>>" + call.name() + "\n" + call.arguments(), ""),
          tagged(
              "F24",
              "<tool_call>%s\n",
              "<arg_key>%s</arg_key>\n<arg_value>%s</arg_value>\n",
              "</tool_call>"),
          tagged(
              "F26",
              "<function_calls>\n<invoke name=\"%s\">\n",
              "<parameter name=\"%s\">%s</parameter>\n",
              "</invoke>\n</function_calls>\n"),
          tagged("F28", "<function name=\"%s\">", "<param name=\"%s\">%s</param>", "</function>"),
          tagged(
              "F30",
              "<|tool_call:start|>%s\n",
              "<|tool_arg:start|>%s<|tool_arg:value|>%s<|tool_arg:end|>\n",
              "<|tool_call:end|>"),
          each(
              "F33",
              "<｜tool▁calls▁begin｜>",
              call ->
                  "<｜tool▁call▁begin｜>function<｜tool▁sep｜>"
                      + call.name()
                      + "\n```json\n"
                      + call.arguments()
                      + "\n```<｜tool▁call▁end｜>",
              "\n",
              "<｜tool▁calls▁end｜>"),
          each(
              "F34",
              "<|tool_calls_section_begin|>",
              call ->
                  "<|tool_call_begin|>functions."
                      + call.name()
                      + ":0<|tool_call_argument_begin|>"
                      + call.arguments()
                      + "<|tool_call_end|>",
              "",
              "<|tool_calls_section_end|>"),
          each(
              "F35",
              "",
              call ->
                  "<|start|>assistant<|channel|>commentary to=functions."
                      + call.name()
                      + " <|constrain|>json<|message|>"
                      + call.arguments()
                      + "<|call|>",
              ""),
          python("F38", "[", ", ", "]"),
          python("F39", "<|tool_call_start|>[", ", ", "]<|tool_call_end|>"),
          python("F40", "<function_calls>\n", "\n", "\n</function_calls>"),
          python("F41", "```tool_code\n", "\n", "\n```"),
          python("F42", "Call: ", "; ", "<bot_end>"),
          array("F45", "Tool Call: ", ""),
          array("F48", "```tools\n", "\n```"),
          array("F49", "```json\n", "\n```"));

  private Rendered() {}

  private static String named(Call call, String arguments) {
    return "{\"name\": \"" + call.name() + "\", \"" + arguments + "\": " + call.arguments() + "}";
  }

  private static Writer each(
      String format, String open, Function<Call, String> write, String between) {
    return each(format, open, write, between, "");
  }

  private static Writer each(
      String format, String open, Function<Call, String> write, String between, String close) {
    return new Writer(
        format,
        false,
        calls -> calls.stream().map(write).collect(Collectors.joining(between, open, close)));
  }

  private static Writer json(
      String format, String section, String open, String close, String between) {
    return each(format, section, call -> open + named(call, "arguments") + close, between);
  }

  private static Writer array(String format, String open, String close) {
    return each(format, open + "[", call -> named(call, "arguments"), ", ", "]" + close);
  }

  private static Writer tagged(String format, String open, String parameter, String close) {
    return new Writer(
        format,
        true,
        calls ->
            calls.stream()
                .map(call ->
                    open.formatted(call.name())
                        + call.arguments().toNode().properties().stream()
                            .map(member ->
                                parameter.formatted(member.getKey(), bare(member.getValue())))
                            .collect(Collectors.joining())
                        + close)
                .collect(Collectors.joining("\n")));
  }

  private static String bare(JsonNode value) {
    return value.isString() ? value.stringValue() : value.toString();
  }

  private static Writer python(String format, String open, String between, String close) {
    return each(
        format,
        open,
        call ->
            call.arguments().toNode().properties().stream()
                .map(member -> member.getKey() + "=" + literal(member.getValue()))
                .collect(Collectors.joining(", ", call.name() + "(", ")")),
        between,
        close);
  }

  private static String literal(JsonNode value) {
    if (value.isBoolean()) {
      return value.booleanValue() ? "True" : "False";
    }
    return value.isNull() ? "None" : value.toString();
  }
}
