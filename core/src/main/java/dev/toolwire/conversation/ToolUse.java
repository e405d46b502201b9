package dev.toolwire.conversation;

import dev.toolwire.json.JsonObject;

/// A model's request to run a tool. The model never runs anything itself.
public record ToolUse(ToolUseId id, ToolName name, ToolInput input, JsonObject extra)
    implements ContentBlock {

  public ToolUse(ToolUseId id, ToolName name, ToolInput input) {
    this(id, name, input, JsonObject.EMPTY);
  }

  /// A request whose input is the object `input`.
  public static ToolUse of(String id, String name, JsonObject input) {
    return new ToolUse(new ToolUseId(id), new ToolName(name), new ToolInput.Parsed(input));
  }

  public ToolUse withId(ToolUseId id) {
    return new ToolUse(id, name, input, extra);
  }

  public ToolUse withInput(ToolInput input) {
    return new ToolUse(id, name, input, extra);
  }
}
