package dev.toolwire.tool;

import dev.toolwire.json.JsonObject;
import tools.jackson.databind.JsonNode;

/// Whether values fit one JSON Schema, without saying why not and without mending them; for a
/// decision, [ToolInputCheck] is the one to ask. Safe for use by many threads.
public final class SchemaFit {

  private final InputValidator validator;

  private SchemaFit(JsonObject schema) {
    this.validator = new InputValidator(schema);
  }

  /// Costs nothing yet: the schema is compiled at the first question.
  public static SchemaFit to(JsonObject schema) {
    return new SchemaFit(schema);
  }

  /// Whether `value` fits. What cannot be compiled as a schema, such as one with types that JSON
  /// Schema does not have, refuses nothing.
  public boolean fits(JsonNode value) {
    try {
      return validator.fits(value);
    } catch (UnusableSchemaException _) {
      return true;
    }
  }
}
