package dev.toolwire.loop;

import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.json.JsonObject;
import dev.toolwire.tool.InputChange;
import dev.toolwire.tool.Tool;
import dev.toolwire.tool.ToolCall;
import java.util.List;

/// What is to become of one call.
sealed interface CallPlan {

  ToolUse call();

  /// It may run.
  record Ready(ToolUse call, Tool tool, JsonObject input, List<InputChange> repairs)
      implements CallPlan {

    /// The call as it will really run.
    ToolUse mendedCall() {
      return repairs.isEmpty() ? call : call.withInput(new ToolInput.Parsed(input));
    }

    boolean needsApproval() {
      return tool.traits().needsApproval();
    }

    ToolCall toolCall() {
      return new ToolCall(call.id(), call.name(), input);
    }
  }

  /// It may not; `words` are its error result.
  record Refused(ToolUse call, String words) implements CallPlan {}
}
