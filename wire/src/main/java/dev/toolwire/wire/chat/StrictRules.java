package dev.toolwire.wire.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// With `strict`, every object of a schema is closed and requires all its properties.
///
/// @see <a href="https://platform.openai.com/docs/guides/structured-outputs#supported-schemas">
///   Supported schemas</a>
final class StrictRules {

  private StrictRules() {}

  /// What is wrong first; empty if nothing is.
  static Optional<String> check(JsonNode schema) {
    return check(schema, List.of());
  }

  /// @param context the names on the way to `schema`
  private static Optional<String> check(JsonNode schema, List<String> context) {
    String in = "In context=" + tuple(context) + ", ";
    if (schema.path("type").asString("").equals("object") || schema.has("properties")) {
      JsonNode more = schema.path("additionalProperties");
      if (!more.isBoolean() || more.booleanValue()) {
        return Optional.of(
            in + "'additionalProperties' is required to be supplied and to be false.");
      }
      List<String> required =
          schema.path("required").valueStream().map(entry -> entry.asString("")).toList();
      for (String property : schema.path("properties").propertyNames()) {
        if (!required.contains(property)) {
          return Optional.of(
              in
                  + "'required' is required to be supplied and to be an array including every key"
                  + " in properties. Missing '"
                  + property
                  + "'.");
        }
      }
    }
    return within(schema, context);
  }

  private static Optional<String> within(JsonNode schema, List<String> context) {
    for (String members : List.of("properties", "$defs", "definitions")) {
      JsonNode inner = schema.path(members);
      for (String name : inner.propertyNames()) {
        Optional<String> wrong = check(inner.path(name), join(context, members, name));
        if (wrong.isPresent()) {
          return wrong;
        }
      }
    }
    JsonNode alternatives = schema.path("anyOf");
    for (int i = 0; i < alternatives.size(); i++) {
      Optional<String> wrong = check(alternatives.get(i), join(context, "anyOf", "" + i));
      if (wrong.isPresent()) {
        return wrong;
      }
    }
    return schema.path("items").isObject()
        ? check(schema.path("items"), join(context, "items"))
        : Optional.empty();
  }

  private static List<String> join(List<String> context, String... more) {
    List<String> joined = new ArrayList<>(context);
    joined.addAll(List.of(more));
    return joined;
  }

  /// As the service, which is written in Python, prints it.
  private static String tuple(List<String> names) {
    String quoted = names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
    return "(" + quoted + (names.size() == 1 ? ",)" : ")");
  }
}
