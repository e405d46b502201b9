package dev.toolwire.lab.scenario;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Whether two JSON values say the same to a tool: type before value, defaults said or not.
public final class TypedEquality {

  private TypedEquality() {}

  /// Whether `actual` says the same as `expected` at this place of a schema.
  public static boolean equal(JsonNode expected, JsonNode actual, SchemaPlace place) {
    if (expected.getNodeType() != actual.getNodeType()) {
      return false;
    }
    return switch (expected.getNodeType()) {
      case NUMBER -> numbers(expected, actual, place);
      case ARRAY -> arrays(expected, actual, place.element());
      case OBJECT -> objects(expected, actual, place);
      default -> expected.equals(actual);
    };
  }

  private static boolean numbers(JsonNode expected, JsonNode actual, SchemaPlace place) {
    return (expected.isIntegralNumber() == actual.isIntegralNumber() || place.isNumber())
        && expected.decimalValue().compareTo(actual.decimalValue()) == 0;
  }

  private static boolean arrays(JsonNode expected, JsonNode actual, SchemaPlace element) {
    if (expected.size() != actual.size()) {
      return false;
    }
    for (int i = 0; i < expected.size(); i++) {
      if (!equal(expected.get(i), actual.get(i), element)) {
        return false;
      }
    }
    return true;
  }

  private static boolean objects(JsonNode expected, JsonNode actual, SchemaPlace place) {
    Set<String> names = new LinkedHashSet<>(expected.propertyNames());
    names.addAll(actual.propertyNames());
    return names.stream()
        .allMatch(name -> {
          SchemaPlace member = place.member(name);
          Optional<JsonNode> wanted = said(expected, name, member);
          Optional<JsonNode> given = said(actual, name, member);
          return wanted.isPresent()
              && given.isPresent()
              && equal(wanted.get(), given.get(), member);
        });
  }

  /// What an object says about a member: its value, or else the default.
  private static Optional<JsonNode> said(JsonNode object, String name, SchemaPlace member) {
    JsonNode value = object.path(name);
    return value.isMissingNode() ? member.defaultValue() : Optional.of(value);
  }
}
