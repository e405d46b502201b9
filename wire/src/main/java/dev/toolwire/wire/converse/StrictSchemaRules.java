package dev.toolwire.wire.converse;

import dev.toolwire.wire.converse.CheckedRequest.Block;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/// With `strict`, the model can only write what the schema allows, which works for a part of JSON
/// Schema: closed objects, and no bounds on numbers and lengths.
final class StrictSchemaRules {

  /// The bounds that a type would have otherwise.
  private static final Map<String, List<String>> NO_BOUNDS =
      Map.of(
          "integer",
          List.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
          "number",
          List.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
          "string",
          List.of("minLength", "maxLength"));

  private StrictSchemaRules() {}

  static void check(JsonNode schema, Block tool, Consumer<String> refuse) {
    String at = "tools." + tool.index() + ".custom: ";
    checkSchema(schema, error -> refuse.accept(ModelLayer.says(at + error)));
  }

  private static void checkSchema(JsonNode schema, Consumer<String> refuse) {
    String type = schema.path("type").asString("");
    JsonNode more = schema.path("additionalProperties");
    if (type.equals("object") && !(more.isBoolean() && !more.booleanValue())) {
      refuse.accept("For 'object' type, 'additionalProperties' must be explicitly set to false");
    }
    List<String> bounds =
        NO_BOUNDS.getOrDefault(type, List.of()).stream().filter(schema::has).toList();
    if (!bounds.isEmpty()) {
      refuse.accept(
          "For '%s' type, properties %s are not supported"
              .formatted(type, String.join(", ", bounds)));
    }
    for (String members : List.of("properties", "$defs", "definitions")) {
      schema.path(members).forEach(each -> checkSchema(each, refuse));
    }
    for (String alternatives : List.of("anyOf", "allOf", "oneOf")) {
      schema.path(alternatives).forEach(each -> checkSchema(each, refuse));
    }
    if (schema.path("items").isObject()) {
      checkSchema(schema.path("items"), refuse);
    }
  }
}
