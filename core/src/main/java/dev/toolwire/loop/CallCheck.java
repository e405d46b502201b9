package dev.toolwire.loop;

import dev.toolwire.conversation.ToolName;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.ToolSpec;
import dev.toolwire.tool.Checked;
import dev.toolwire.tool.Tool;
import dev.toolwire.tool.ToolInputCheck;
import dev.toolwire.tool.ToolSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Decides which calls may run: the tool is known and the input fits it. Safe for many threads.
final class CallCheck {

  private static final int LONGEST_NAME = 64;

  private final ToolSet tools;
  private final List<ToolSpec> specs;
  private final Map<ToolName, ToolInputCheck> inputs = new HashMap<>();

  CallCheck(ToolSet tools) {
    this.tools = tools;
    this.specs = tools.specs();
    specs.forEach(spec -> inputs.put(spec.name(), ToolInputCheck.of(spec)));
  }

  ToolSet tools() {
    return tools;
  }

  List<ToolSpec> specs() {
    return specs;
  }

  Optional<Tool> find(ToolName name) {
    return tools.find(name);
  }

  CallPlan plan(ToolUse call) {
    ToolInputCheck check = inputs.get(call.name());
    if (check == null) {
      return new CallPlan.Refused(call, unknown(call.name().value()));
    }
    return switch (check.check(call.input())) {
      case Checked.Ready(JsonObject input, var repairs) ->
          new CallPlan.Ready(call, tools.find(call.name()).orElseThrow(), input, repairs);
      case Checked.Refused(String words) -> new CallPlan.Refused(call, words);
    };
  }

  private String unknown(String name) {
    String shown = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
    return "There is no tool called \"%s\". %s"
        .formatted(
            shown,
            specs.isEmpty() ? "There are no tools here." : "The tools are: " + tools.names() + ".");
  }
}
