package dev.toolwire.model;

import dev.toolwire.conversation.ToolName;
import dev.toolwire.json.JsonObject;
import java.util.regex.Pattern;

/// What a model is told about a tool; Converse's `toolSpec`.
///
/// @param name up to 64 letters, digits, `_` and `-`, the alphabet that every wire takes
/// @param description what it does and when to use it; may be empty, but should not be
/// @param inputSchema a JSON Schema whose top level is an object
/// @param strict asks the provider to constrain the model to the schema
/// @param eagerInput asks for the input as it is generated, unbuffered and unchecked by the
///   provider
public record ToolSpec(
    ToolName name, String description, JsonObject inputSchema, boolean strict, boolean eagerInput) {

  private static final Pattern PORTABLE = Pattern.compile("[a-zA-Z0-9_-]{1,64}");

  public ToolSpec {
    if (!PORTABLE.matcher(name.value()).matches()) {
      throw new IllegalArgumentException(
          "the tool name \"" + name + "\" is not 1 to 64 of a-z A-Z 0-9 _ -; rename the tool");
    }
    if (!"object".equals(inputSchema.text("type").orElse(""))) {
      throw new IllegalArgumentException(
          "the input schema of " + name + " has no \"type\": \"object\" at its top level");
    }
  }

  public ToolSpec(String name, String description, JsonObject inputSchema) {
    this(new ToolName(name), description, inputSchema, false, false);
  }
}
