package dev.toolwire.wire.json;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/// The part of JSON Schema that nearly all tools keep to, recognised without a validator.
///
/// A plain schema is valid in draft 2020-12; of one that is not plain, nothing is said. This saves
/// most servers from ever reading the drafts' own schemas, which takes longer than a short
/// conversation.
final class PlainSchema {

  private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";
  private static final Set<String> TYPES =
      Set.of("array", "boolean", "integer", "null", "number", "object", "string");

  /// What each keyword takes, after the 2020-12 core and validation vocabularies.
  private static final Map<String, Predicate<JsonNode>> KEYWORDS =
      Map.ofEntries(
          Map.entry("$schema", value -> value.asString("").equals(DRAFT)),
          Map.entry("title", JsonNode::isString),
          Map.entry("description", JsonNode::isString),
          Map.entry("format", JsonNode::isString),
          Map.entry("default", _ -> true),
          Map.entry("const", _ -> true),
          Map.entry("enum", JsonNode::isArray),
          Map.entry("type", value -> TYPES.contains(value.asString(""))),
          Map.entry("required", PlainSchema::isNames),
          Map.entry("properties", value -> value.isObject() && areAll(value)),
          Map.entry("$defs", value -> value.isObject() && areAll(value)),
          Map.entry("items", PlainSchema::is),
          Map.entry("additionalProperties", PlainSchema::is),
          Map.entry("anyOf", value -> value.isArray() && !value.isEmpty() && areAll(value)),
          Map.entry("minimum", JsonNode::isNumber),
          Map.entry("maximum", JsonNode::isNumber),
          Map.entry("minLength", PlainSchema::isCount),
          Map.entry("maxLength", PlainSchema::isCount),
          Map.entry("minItems", PlainSchema::isCount),
          Map.entry("maxItems", PlainSchema::isCount));

  private PlainSchema() {}

  static boolean is(JsonNode schema) {
    return schema.isBoolean()
        || (schema.isObject()
            && schema.properties().stream()
                .allMatch(member ->
                    KEYWORDS.getOrDefault(member.getKey(), _ -> false).test(member.getValue())));
  }

  private static boolean areAll(JsonNode schemas) {
    return schemas.valueStream().allMatch(PlainSchema::is);
  }

  private static boolean isNames(JsonNode names) {
    Set<String> seen = new HashSet<>();
    return names.isArray()
        && names.valueStream().allMatch(name -> name.isString() && seen.add(name.stringValue()));
  }

  private static boolean isCount(JsonNode count) {
    return count.isIntegralNumber() && count.bigIntegerValue().signum() >= 0;
  }
}
