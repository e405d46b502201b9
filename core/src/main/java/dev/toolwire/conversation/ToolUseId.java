package dev.toolwire.conversation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// The id that ties a [ToolResult] to its [ToolUse]. The model's side chooses it; each wire has an
/// alphabet and a length of its own, which that wire's codec sees to.
public record ToolUseId(@JsonValue String value) {

  @JsonCreator
  public ToolUseId {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("a toolUseId may not be empty");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
