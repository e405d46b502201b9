package dev.toolwire.lab.scenario;

import dev.toolwire.lab.scenario.Scenario.Contender;
import dev.toolwire.lab.scenario.Scenario.Turn;
import dev.toolwire.simulator.yaml.InvalidYamlException;
import dev.toolwire.simulator.yaml.YamlFields;
import dev.toolwire.simulator.yaml.YamlValue;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Reads scenarios from YAML.
final class ScenarioReader {

  private ScenarioReader() {}

  static List<Scenario> read(Path file) throws IOException {
    Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of(""));
    return read(file.toString(), YamlValue.documents(file), folder);
  }

  static List<Scenario> read(String source, String yaml, Path folder) {
    return read(source, YamlValue.documents(source, yaml), folder);
  }

  private static List<Scenario> read(String source, List<YamlValue> documents, Path folder) {
    List<Scenario> scenarios = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (YamlValue document : documents) {
      Scenario scenario = scenario(document, folder);
      if (!names.add(scenario.name())) {
        throw document.wrong("two scenarios of this file are called \"" + scenario.name() + "\"");
      }
      scenarios.add(scenario);
    }
    if (scenarios.isEmpty()) {
      throw new InvalidYamlException(source + ": there is no scenario in it");
    }
    return List.copyOf(scenarios);
  }

  private static Scenario scenario(YamlValue value, Path folder) {
    YamlFields fields =
        value.fields(
            "scenario", "about", "system", "time", "tools", "models", "user", "expect", "turns");
    List<ScenarioTool> tools =
        fields.find("tools").map(list -> ToolReader.tools(list, folder)).orElse(List.of());
    return located(
        value,
        () ->
            new Scenario(
                fields.need("scenario").text(),
                fields.find("about").map(YamlValue::text).orElse(""),
                fields.find("system").map(YamlValue::text),
                tools,
                fields.find("models").map(ScenarioReader::contenders).orElse(List.of()),
                fields.find("time").map(time -> time.read(ScenarioReader::instant)),
                turns(value, fields, new ExpectationReader(tools))));
  }

  private static List<Turn> turns(YamlValue value, YamlFields fields, ExpectationReader reader) {
    if (!fields.has("turns")) {
      return List.of(turn(value, fields, reader));
    }
    if (fields.has("user") || fields.has("expect")) {
      throw value.wrong("a scenario has \"turns\", or \"user\" and \"expect\", not both");
    }
    return fields.need("turns").items().stream()
        .map(turn -> turn(turn, turn.fields("user", "expect"), reader))
        .toList();
  }

  private static Turn turn(YamlValue place, YamlFields fields, ExpectationReader reader) {
    String user = fields.need("user").text();
    Expectation expected = fields.find("expect").map(reader::read).orElse(Expectation.NONE);
    return located(place, () -> new Turn(user, expected));
  }

  private static List<Contender> contenders(YamlValue list) {
    return list.items().stream()
        .map(item -> {
          if (item.isText()) {
            return located(item, () -> new Contender(item.text(), 1));
          }
          YamlFields fields = item.fields("model", "trials");
          int trials = fields.find("trials").map(count -> count.integer(1)).orElse(1);
          return located(item, () -> new Contender(fields.need("model").text(), trials));
        })
        .toList();
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException _) {
      throw new IllegalArgumentException(
          "expected a time such as 2026-11-21T13:00:00Z, got \"" + text + "\"");
    }
  }

  /// What `made` makes; its complaint is told with the place, unless it has one.
  static <T> T located(YamlValue place, Supplier<T> made) {
    try {
      return made.get();
    } catch (InvalidYamlException told) {
      throw told;
    } catch (IllegalArgumentException wrong) {
      throw place.wrong(String.valueOf(wrong.getMessage()));
    }
  }
}
