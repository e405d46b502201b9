package dev.toolwire.tool;

import dev.toolwire.json.JsonObject;
import java.util.List;

/// What [ToolInputCheck] says about one input.
public sealed interface Checked {

  /// The tool may run with `input`, which fits its schema.
  ///
  /// @param repairs how `input` differs from what the model wrote; mostly empty
  record Ready(JsonObject input, List<InputChange> repairs) implements Checked {
    public Ready {
      repairs = List.copyOf(repairs);
    }
  }

  /// The tool may not run. `words` are the text of an error result: what came, what was expected,
  /// where, and what to do.
  record Refused(String words) implements Checked {}
}
