package dev.toolwire.rescue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/// Gives a bare text the type that the schema of its parameter asks for. A text that cannot be of
/// that type stays text; nothing is dropped.
final class ArgumentText {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ArgumentText() {}

  /// @param schema the parameter's; missing if nobody declared it
  /// @param textUnlessDeclared what is not declared stays text, else JSON is tried first
  static JsonNode typed(String text, JsonNode schema, boolean textUnlessDeclared) {
    List<String> types = types(schema);
    if (types.isEmpty()) {
      JsonNode read = textUnlessDeclared || schema.isObject() ? null : json(text.strip());
      return read == null ? StringNode.valueOf(text) : read;
    }
    for (String type : types) {
      JsonNode typed = as(type, text.strip());
      if (typed != null) {
        return typed;
      }
    }
    return StringNode.valueOf(text);
  }

  /// The types that a schema allows, in their JSON Schema names.
  static List<String> types(JsonNode schema) {
    List<String> types = new ArrayList<>();
    JsonNode type = schema.path("type");
    if (type.isString()) {
      types.add(standard(type.stringValue()));
    }
    type.forEach(one -> types.add(standard(one.asString(""))));
    for (String union : List.of("anyOf", "oneOf", "allOf")) {
      schema.path(union).forEach(one -> types.addAll(types(one)));
    }
    if (types.isEmpty()) {
      JsonNode examples = schema.has("const") ? schema.path("const") : schema.path("enum").path(0);
      String implied = kind(examples);
      if (!implied.isEmpty()) {
        types.add(implied);
      } else if (schema.has("properties")) {
        types.add("object");
      } else if (schema.has("items")) {
        types.add("array");
      }
    }
    types.sort((a, b) -> Boolean.compare(a.equals("string"), b.equals("string")));
    return types;
  }

  private static String kind(JsonNode value) {
    return value.isString()
        ? "string"
        : value.isBoolean() ? "boolean" : value.isNumber() ? "number" : "";
  }

  /// The name that JSON Schema has for a type.
  static String standard(String type) {
    String name = type.toLowerCase(java.util.Locale.ROOT);
    if (name.startsWith("int") || name.startsWith("uint") || name.startsWith("long")) {
      return "integer";
    }
    if (name.startsWith("num") || name.startsWith("float") || name.startsWith("double")) {
      return "number";
    }
    return switch (name) {
      case "str", "text", "varchar", "char", "enum" -> "string";
      case "bool" -> "boolean";
      case "dict", "map", "record", "json" -> "object";
      case "list", "tuple", "arr", "set" -> "array";
      default -> name;
    };
  }

  private static @Nullable JsonNode as(String type, String text) {
    return switch (type) {
      case "string" -> null;
      case "integer" -> integer(text);
      case "number" -> Scalars.number(text);
      case "boolean" -> bool(text);
      case "null" ->
          text.equals("null") || text.equals("None") || text.isEmpty() ? NODES.nullNode() : null;
      case "object" -> container(text, '{');
      case "array" -> container(text, '[');
      default -> json(text);
    };
  }

  /// `3` and also `3.0`, which is the same integer to JSON Schema.
  private static @Nullable JsonNode integer(String text) {
    JsonNode number = Scalars.number(text);
    if (number == null || number.isIntegralNumber()) {
      return number;
    }
    BigDecimal value = number.decimalValue();
    boolean whole = value.scale() <= 10 && value.stripTrailingZeros().scale() <= 0;
    return whole && value.precision() < 19 ? NODES.numberNode(value.longValueExact()) : null;
  }

  private static @Nullable JsonNode bool(String text) {
    JsonNode literal = Scalars.literal(text);
    if (literal != null && literal.isBoolean()) {
      return literal;
    }
    return switch (text) {
      case "TRUE" -> NODES.booleanNode(true);
      case "FALSE" -> NODES.booleanNode(false);
      default -> null;
    };
  }

  private static @Nullable JsonNode container(String text, char opener) {
    return !text.isEmpty() && text.charAt(0) == opener ? json(text) : null;
  }

  /// The value that `text` is, as JSON or as a Python literal; null if it is none.
  static @Nullable JsonNode json(String text) {
    if (text.isEmpty()) {
      return null;
    }
    for (boolean python : new boolean[] {false, true}) {
      ValueReader reader = new ValueReader(python, RescueLimits.DEFAULTS.depth());
      if (Texts.readWhole(reader, text)) {
        return reader.value();
      }
    }
    return null;
  }
}
