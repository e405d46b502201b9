package dev.toolwire.lab.judge;

import dev.toolwire.lab.scenario.Scenario;
import dev.toolwire.lab.scenario.SchemaPlace;
import dev.toolwire.model.ToolSpec;
import dev.toolwire.rescue.RescueTool;
import dev.toolwire.rescue.RescueTools;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The tools of a scenario, as the judgement looks at them: made once for many runs.
final class Declared {

  private final Map<String, SchemaPlace> inputs = new HashMap<>();
  private final RescueTools inText;

  Declared(Scenario scenario) {
    for (ToolSpec spec : scenario.specs()) {
      inputs.put(spec.name().value(), SchemaPlace.of(spec.inputSchema()));
    }
    inText =
        RescueTools.of(scenario.specs().stream().map(spec -> RescueTool.of(spec, true)).toList());
  }

  /// What the schema of a tool says about its input; empty if there is no such tool.
  Optional<SchemaPlace> input(String tool) {
    return Optional.ofNullable(inputs.get(tool));
  }

  /// What texts are searched for.
  RescueTools inText() {
    return inText;
  }
}
