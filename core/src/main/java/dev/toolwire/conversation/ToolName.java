package dev.toolwire.conversation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// The name of a tool, as declared by the application or as written by a model. A model can write a
/// name that nobody declared, so any text but the empty one is a name here; declaring a tool is
/// stricter.
public record ToolName(@JsonValue String value) {

  @JsonCreator
  public ToolName {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("a tool name may not be empty");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
