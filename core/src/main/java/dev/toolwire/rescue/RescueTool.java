package dev.toolwire.rescue;

import dev.toolwire.json.JsonObject;
import dev.toolwire.model.ToolSpec;

/// A tool that texts may call.
///
/// @param name any text; not only the names that wires take
/// @param inputSchema a JSON Schema, or the empty object if there is none
/// @param harmless running it by mistake does no damage; the others ask for better evidence
public record RescueTool(String name, JsonObject inputSchema, boolean harmless) {

  public RescueTool {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a tool has no name; give it one");
    }
  }

  public static RescueTool of(ToolSpec spec, boolean harmless) {
    return new RescueTool(spec.name().value(), spec.inputSchema(), harmless);
  }
}
