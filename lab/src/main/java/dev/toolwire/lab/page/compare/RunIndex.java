package dev.toolwire.lab.page.compare;

import dev.toolwire.lab.judge.JudgedRun;
import dev.toolwire.lab.judge.Reason;
import dev.toolwire.lab.page.ModelNames;
import dev.toolwire.lab.scenario.Scenario;
import dev.toolwire.lab.stats.Cell;
import dev.toolwire.lab.stats.Comparison;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What the list of runs shows of each, in a few numbers: thousands are read at once.
final class RunIndex {

  private RunIndex() {}

  /// Models and scenarios by name, and for each run its model and scenario by number, its trial,
  /// its verdict, its milliseconds, its calls and the kind of its first reason.
  static ObjectNode of(Comparison comparison, ModelNames names) {
    ObjectNode index = JsonNodeFactory.instance.objectNode();
    ArrayNode models = index.putArray("models");
    comparison
        .models()
        .forEach(model ->
            models.addObject().put("id", model.model()).put("name", names.of(model.model())));
    ArrayNode scenarios = index.putArray("scenarios");
    comparison.scenarios().forEach(scenario -> scenarios.add(scenario(scenario)));
    ArrayNode runs = index.putArray("runs");
    for (Cell cell : comparison.cells()) {
      int model = model(comparison, cell);
      int scenario = scenario(comparison, cell);
      cell.runs().forEach(run -> runs.add(run(model, scenario, run)));
    }
    return index;
  }

  private static ObjectNode scenario(Scenario scenario) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("name", scenario.name()).put("about", scenario.about());
    scenario.system().ifPresent(system -> node.put("system", system));
    ArrayNode tools = node.putArray("tools");
    scenario.tools().forEach(tool -> tools.add(tool.spec().name().value()));
    return node;
  }

  private static ArrayNode run(int model, int scenario, JudgedRun judged) {
    String reason =
        judged.verdict().reasons().stream()
            .findFirst()
            .map(Reason::kind)
            .map(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', ' '))
            .orElse("");
    return JsonNodeFactory.instance
        .arrayNode()
        .add(model)
        .add(scenario)
        .add(judged.run().trial())
        .add(Words.grade(judged.verdict()))
        .add(judged.run().latency().toMillis())
        .add(judged.run().calls().count())
        .add(reason);
  }

  /// The name of the block that holds the runs of a cell.
  static String block(Comparison comparison, Cell cell) {
    return model(comparison, cell) + "." + scenario(comparison, cell);
  }

  private static int model(Comparison comparison, Cell cell) {
    return position(comparison.models().stream().map(each -> each.model()).toList(), cell.model());
  }

  private static int scenario(Comparison comparison, Cell cell) {
    return position(comparison.scenarios().stream().map(Scenario::name).toList(), cell.scenario());
  }

  private static int position(List<String> names, String name) {
    return names.indexOf(name);
  }
}
