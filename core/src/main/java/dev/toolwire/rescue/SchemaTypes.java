package dev.toolwire.rescue;

import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Schemas with the names that JSON Schema has for types, where people wrote `dict` or `float`.
final class SchemaTypes {

  private static final Set<String> KNOWN =
      Set.of("object", "array", "string", "number", "integer", "boolean", "null");

  private SchemaTypes() {}

  /// A copy of `schema` that a validator takes. A type that nobody knows allows everything.
  static ObjectNode standard(ObjectNode schema) {
    ObjectNode copy = schema.deepCopy();
    rename(copy, true);
    return copy;
  }

  private static void rename(JsonNode node, boolean isSchema) {
    if (node instanceof ArrayNode array) {
      array.forEach(item -> rename(item, true));
    }
    if (!(node instanceof ObjectNode object)) {
      return;
    }
    JsonNode type = object.path("type");
    if (isSchema && type.isString()) {
      String name = ArgumentText.standard(type.stringValue());
      if (KNOWN.contains(name)) {
        object.put("type", name);
      } else {
        object.remove("type");
      }
    }
    object.forEachEntry((name, value) -> rename(value, !isSchema || !name.equals("properties")));
  }
}
