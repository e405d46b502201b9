package dev.toolwire.wire.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// The part of JSON Schema that Anthropic's models can be held to while they write (`strict`), at
/// Anthropic and on Bedrock: closed objects, and no bounds on numbers and lengths.
public final class StrictSchema {

  /// The bounds that a type would have otherwise.
  private static final Map<String, List<String>> NO_BOUNDS =
      Map.of(
          "integer",
          List.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
          "number",
          List.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
          "string",
          List.of("minLength", "maxLength"));

  private StrictSchema() {}

  /// What of `schema` is not of that part, in the words of the services; empty if all is.
  public static List<String> faults(JsonNode schema) {
    List<String> faults = new ArrayList<>();
    check(schema, faults);
    return faults;
  }

  private static void check(JsonNode schema, List<String> faults) {
    String type = schema.path("type").asString("");
    JsonNode more = schema.path("additionalProperties");
    if (type.equals("object") && !(more.isBoolean() && !more.booleanValue())) {
      faults.add("For 'object' type, 'additionalProperties' must be explicitly set to false");
    }
    List<String> bounds =
        NO_BOUNDS.getOrDefault(type, List.of()).stream().filter(schema::has).toList();
    if (!bounds.isEmpty()) {
      faults.add(
          "For '%s' type, properties %s are not supported"
              .formatted(type, String.join(", ", bounds)));
    }
    for (String members : List.of("properties", "$defs", "definitions")) {
      schema.path(members).forEach(each -> check(each, faults));
    }
    for (String alternatives : List.of("anyOf", "allOf", "oneOf")) {
      schema.path(alternatives).forEach(each -> check(each, faults));
    }
    if (schema.path("items").isObject()) {
      check(schema.path("items"), faults);
    }
  }
}
