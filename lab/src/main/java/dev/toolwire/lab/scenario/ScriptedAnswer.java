package dev.toolwire.lab.scenario;

import dev.toolwire.tool.ToolOutcome;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// An answer of a tool that is written down.
///
/// @param when what the arguments of a call must be for it; any if empty
/// @param times how many calls it answers before the next one that fits
/// @param isError whether it says that the call failed
/// @param value the text of an error; of a result the text, or JSON of any kind
public record ScriptedAnswer(
    Map<String, ArgumentMatcher> when, int times, boolean isError, JsonNode value) {

  public ScriptedAnswer {
    when = Map.copyOf(when);
    if (times < 1) {
      throw new IllegalArgumentException("an answer is given 1 time or more, not " + times);
    }
  }

  ToolOutcome outcome() {
    String text = value.isString() ? value.stringValue() : value.toString();
    if (isError) {
      return ToolOutcome.retry(text);
    }
    return value.isString() ? ToolOutcome.text(text) : ToolOutcome.json(value);
  }
}
