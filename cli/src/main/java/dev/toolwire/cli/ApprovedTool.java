package dev.toolwire.cli;

import dev.toolwire.model.ToolSpec;
import dev.toolwire.tool.Tool;
import dev.toolwire.tool.ToolCall;
import dev.toolwire.tool.ToolOutcome;
import dev.toolwire.tool.ToolTraits;

/// A tool each of whose calls a person approves first.
record ApprovedTool(Tool tool) implements Tool {

  @Override
  public ToolSpec spec() {
    return tool.spec();
  }

  @Override
  public ToolTraits traits() {
    return tool.traits().withApproval();
  }

  @Override
  public ToolOutcome run(ToolCall call) throws Exception {
    return tool.run(call);
  }
}
