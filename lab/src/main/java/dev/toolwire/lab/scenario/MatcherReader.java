package dev.toolwire.lab.scenario;

import dev.toolwire.json.JsonObject;
import dev.toolwire.lab.scenario.ExpectedCall.ExpectedArgument;
import dev.toolwire.model.ToolSpec;
import dev.toolwire.simulator.yaml.YamlFields;
import dev.toolwire.simulator.yaml.YamlValue;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.databind.node.ObjectNode;

/// Reads what arguments and answers are to be like.
final class MatcherReader {

  private static final List<String> KINDS = List.of("equal", "one_of", "number", "regex", "schema");

  private MatcherReader() {}

  /// Matchers of which none may be optional.
  static Map<String, ArgumentMatcher> arguments(YamlValue map, ToolSpec spec) {
    Map<String, ArgumentMatcher> matchers = new LinkedHashMap<>();
    expected(map, spec)
        .forEach((name, argument) -> {
          if (argument.isOptional()) {
            throw map.wrong("\"optional\" has no meaning here, /" + name + " decides or does not");
          }
          matchers.put(name, argument.matcher());
        });
    return matchers;
  }

  /// Matchers by the names of the arguments, which the schema of the tool must declare.
  static Map<String, ExpectedArgument> expected(YamlValue map, ToolSpec spec) {
    Map<String, ExpectedArgument> arguments = new LinkedHashMap<>();
    SchemaPlace input = SchemaPlace.of(spec.inputSchema());
    map.fields()
        .forEach((name, value) -> {
          if (!input.declares(name)) {
            throw value.wrong(spec.name() + " has no parameter \"" + name + "\"");
          }
          arguments.put(name, argument(value));
        });
    return arguments;
  }

  private static ExpectedArgument argument(YamlValue value) {
    if (!value.isMap()) {
      return new ExpectedArgument(new ArgumentMatcher.Equal(value.json()), false);
    }
    YamlFields fields =
        value.fields("equal", "one_of", "number", "within", "regex", "schema", "optional");
    List<String> kinds = KINDS.stream().filter(fields::has).toList();
    if (kinds.size() != 1) {
      throw value.wrong(
          "expected one of "
              + String.join(", ", KINDS)
              + (kinds.isEmpty() ? "; an object stands in \"equal\"" : ", got " + kinds));
    }
    if (fields.has("within") && !fields.has("number")) {
      throw value.wrong("\"within\" goes with \"number\"");
    }
    boolean isOptional = fields.find("optional").map(YamlValue::flag).orElse(false);
    YamlValue operand = fields.need(kinds.getFirst());
    return ScenarioReader.located(
        value, () -> new ExpectedArgument(matcher(kinds.getFirst(), operand, fields), isOptional));
  }

  private static ArgumentMatcher matcher(String kind, YamlValue operand, YamlFields fields) {
    return switch (kind) {
      case "equal" -> new ArgumentMatcher.Equal(operand.json());
      case "one_of" ->
          new ArgumentMatcher.OneOf(operand.items().stream().map(YamlValue::json).toList());
      case "number" ->
          new ArgumentMatcher.NumberWithin(
              number(operand),
              fields.find("within").map(MatcherReader::number).orElse(BigDecimal.ZERO));
      case "regex" -> new ArgumentMatcher.Regex(regex(operand));
      default -> new ArgumentMatcher.Fits(schema(operand));
    };
  }

  private static JsonObject schema(YamlValue value) {
    if (value.json() instanceof ObjectNode object) {
      return JsonObject.adopt(object);
    }
    throw value.expected("a JSON Schema");
  }

  static Pattern regex(YamlValue value) {
    try {
      return Pattern.compile(value.text(), Pattern.DOTALL);
    } catch (PatternSyntaxException wrong) {
      throw value.wrong("not a regular expression: " + wrong.getDescription());
    }
  }

  static BigDecimal number(YamlValue value) {
    try {
      return new BigDecimal(value.text());
    } catch (NumberFormatException _) {
      throw value.expected("a number");
    }
  }
}
