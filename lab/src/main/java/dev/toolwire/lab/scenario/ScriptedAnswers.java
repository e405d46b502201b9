package dev.toolwire.lab.scenario;

import dev.toolwire.json.JsonObject;
import dev.toolwire.tool.ToolOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The answers of one scripted tool in one run. Safe for calls that run in parallel.
final class ScriptedAnswers {

  private final ScenarioTool.Scripted tool;
  private final SchemaPlace input;
  private final List<Integer> given = new ArrayList<>();

  ScriptedAnswers(ScenarioTool.Scripted tool) {
    this.tool = tool;
    this.input = SchemaPlace.of(tool.spec().inputSchema());
    tool.answers().forEach(_ -> given.add(0));
  }

  /// The answer to the next call.
  synchronized ToolOutcome next(JsonObject arguments) {
    int last = -1;
    for (int i = 0; i < tool.answers().size(); i++) {
      if (fits(tool.answers().get(i), arguments)) {
        last = i;
        if (given.get(i) < tool.answers().get(i).times()) {
          break;
        }
      }
    }
    if (last < 0) {
      return ToolOutcome.retry("There is no result for this input.");
    }
    given.set(last, given.get(last) + 1);
    return tool.answers().get(last).outcome();
  }

  private boolean fits(ScriptedAnswer answer, JsonObject arguments) {
    return answer.when().entrySet().stream()
        .allMatch(expected -> {
          SchemaPlace place = input.member(expected.getKey());
          Optional<JsonNode> said = arguments.member(expected.getKey()).or(place::defaultValue);
          return said.isPresent() && expected.getValue().matches(said.get(), place);
        });
  }
}
