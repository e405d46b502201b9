package dev.toolwire.lab.scenario;

import dev.toolwire.json.JsonObject;
import dev.toolwire.model.ToolSpec;
import dev.toolwire.simulator.yaml.YamlFields;
import dev.toolwire.simulator.yaml.YamlValue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// Reads the tools of a scenario.
final class ToolReader {

  private static final JsonObject NO_PARAMETERS =
      JsonObject.parse(
          """
          {"type": "object", "properties": {}, "additionalProperties": false}\
          """);
  private static final List<String> SOURCES = List.of("result", "error", "answers", "command");

  private ToolReader() {}

  static List<ScenarioTool> tools(YamlValue list, Path folder) {
    List<ScenarioTool> tools = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (YamlValue item : list.items()) {
      ScenarioTool tool = item.isText() ? builtIn(item) : declared(item, folder);
      if (!names.add(tool.spec().name().value())) {
        throw item.wrong("two tools are called " + tool.spec().name() + "; rename one");
      }
      tools.add(tool);
    }
    return tools;
  }

  private static ScenarioTool builtIn(YamlValue name) {
    return new ScenarioTool.BuiltIn(name.read(BuiltInTools::spec));
  }

  private static ScenarioTool declared(YamlValue value, Path folder) {
    YamlFields fields =
        value.fields(
            "name", "description", "input", "result", "error", "answers", "command", "deadline");
    ToolSpec spec =
        ScenarioReader.located(
            value,
            () ->
                new ToolSpec(
                    fields.need("name").text(),
                    fields.find("description").map(YamlValue::text).orElse(""),
                    fields.find("input").map(ToolReader::object).orElse(NO_PARAMETERS)));
    List<String> given = SOURCES.stream().filter(fields::has).toList();
    if (given.size() != 1) {
      throw value.wrong(
          "%s needs one of %s to answer, got %s"
              .formatted(
                  spec.name(), String.join(", ", SOURCES), given.isEmpty() ? "none" : given));
    }
    if (!given.getFirst().equals("command")) {
      fields
          .find("deadline")
          .ifPresent(deadline -> {
            throw deadline.wrong("only a tool with a \"command\" has a deadline");
          });
    }
    return switch (given.getFirst()) {
      case "command" -> command(spec, fields, folder);
      case "answers" -> scripted(spec, fields.need("answers"));
      default -> new ScenarioTool.Scripted(spec, List.of(answer(spec, value, fields, Map.of(), 1)));
    };
  }

  /// A JSON Schema, whose top level is an object whether it says so or not.
  private static JsonObject object(YamlValue schema) {
    if (!schema.isMap()) {
      throw schema.expected("a JSON Schema");
    }
    ObjectNode node = (ObjectNode) schema.json();
    if (!node.has("type")) {
      node.put("type", "object");
    }
    return JsonObject.adopt(node);
  }

  private static ScenarioTool command(ToolSpec spec, YamlFields fields, Path folder) {
    List<String> words = fields.need("command").items().stream().map(YamlValue::text).toList();
    Duration deadline =
        fields
            .find("deadline")
            .map(value -> Duration.ofSeconds(value.integer(1)))
            .orElse(ScenarioTool.ByCommand.DEADLINE);
    return ScenarioReader.located(
        fields.need("command"), () -> new ScenarioTool.ByCommand(spec, words, folder, deadline));
  }

  private static ScenarioTool scripted(ToolSpec spec, YamlValue list) {
    List<ScriptedAnswer> answers = new ArrayList<>();
    for (YamlValue item : list.items()) {
      YamlFields fields = item.fields("when", "times", "result", "error");
      Map<String, ArgumentMatcher> when =
          fields.find("when").map(map -> MatcherReader.arguments(map, spec)).orElse(Map.of());
      int times = fields.find("times").map(count -> count.integer(1)).orElse(1);
      answers.add(answer(spec, item, fields, when, times));
    }
    return ScenarioReader.located(list, () -> new ScenarioTool.Scripted(spec, answers));
  }

  private static ScriptedAnswer answer(
      ToolSpec spec,
      YamlValue place,
      YamlFields fields,
      Map<String, ArgumentMatcher> when,
      int times) {
    List<String> given = Stream.of("result", "error").filter(fields::has).toList();
    if (given.size() != 1) {
      throw place.wrong("an answer of " + spec.name() + " is a \"result\" or an \"error\"");
    }
    boolean isError = given.getFirst().equals("error");
    YamlValue value = fields.need(given.getFirst());
    if (isError && (!value.isText() || value.text().isBlank())) {
      throw value.expected("the text of an error");
    }
    return new ScriptedAnswer(when, times, isError, value.json());
  }
}
