package dev.toolwire.simulator;

import dev.toolwire.json.JsonText;
import dev.toolwire.simulator.yaml.YamlFields;
import dev.toolwire.simulator.yaml.YamlValue;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// A tool result that a script waits for.
///
/// @param name what `${…}` calls the result
/// @param input members that the call's input must have, compared as text
/// @param text what the result must say
record ResultPattern(
    String tool,
    String name,
    Outcome outcome,
    Map<String, TextPattern> input,
    Optional<TextPattern> text) {

  /// How the tool must have fared.
  enum Outcome {
    SUCCESS,
    ERROR,
    ANY
  }

  ResultPattern {
    input = Map.copyOf(input);
  }

  /// Reads the name of a tool, or a map with `tool`, `as`, `status`, `input` and `text`.
  static ResultPattern read(YamlValue value) {
    if (value.isText()) {
      String tool = value.text();
      return new ResultPattern(tool, tool, Outcome.SUCCESS, Map.of(), Optional.empty());
    }
    YamlFields fields = value.fields("tool", "as", "status", "input", "text");
    String tool = fields.need("tool").text();
    Map<String, TextPattern> input = new HashMap<>();
    fields
        .find("input")
        .ifPresent(map ->
            map.fields().forEach((name, member) -> input.put(name, TextPattern.read(member))));
    return new ResultPattern(
        tool,
        fields.find("as").map(YamlValue::text).orElse(tool),
        fields.find("status").map(ResultPattern::outcome).orElse(Outcome.SUCCESS),
        input,
        fields.find("text").map(TextPattern::read));
  }

  private static Outcome outcome(YamlValue value) {
    return switch (value.text()) {
      case "success" -> Outcome.SUCCESS;
      case "error" -> Outcome.ERROR;
      case "any" -> Outcome.ANY;
      default -> throw value.expected("success, error or any");
    };
  }

  /// The names that a match binds.
  Set<String> names() {
    Set<String> names = new LinkedHashSet<>(Set.of(name));
    input.values().forEach(pattern -> names.addAll(pattern.captures()));
    text.ifPresent(pattern -> names.addAll(pattern.captures()));
    return names;
  }

  /// Whether `answered` is such a result; if so, binds what it says.
  boolean matches(AnsweredCall answered, Bindings bindings) {
    if (!answered.tool().equals(tool) || !fits(answered.failed())) {
      return false;
    }
    Map<String, String> captured = new HashMap<>();
    for (Map.Entry<String, TextPattern> member : input.entrySet()) {
      String written = written(answered.input().path(member.getKey()));
      if (!capture(whole(member.getValue(), written), captured)) {
        return false;
      }
    }
    if (text.isPresent() && !capture(text.get().find(answered.text()), captured)) {
      return false;
    }
    bindings.bind(name, answered.value()).bind(captured);
    return true;
  }

  private boolean fits(boolean failed) {
    return switch (outcome) {
      case SUCCESS -> !failed;
      case ERROR -> failed;
      case ANY -> true;
    };
  }

  /// Words must be the whole value here, unlike in a longer text.
  private static Optional<Map<String, String>> whole(TextPattern pattern, String value) {
    return switch (pattern) {
      case TextPattern.Words(String words) ->
          words.equalsIgnoreCase(value) ? Optional.of(Map.of()) : Optional.empty();
      case TextPattern.Regex regex -> regex.find(value);
    };
  }

  private static boolean capture(
      Optional<Map<String, String>> found, Map<String, String> captured) {
    found.ifPresent(captured::putAll);
    return found.isPresent();
  }

  private static String written(JsonNode value) {
    return value.isString() ? value.stringValue() : JsonText.string(value);
  }
}
