package dev.toolwire.model;

import dev.toolwire.json.JsonObject;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Changes a profile by members of a JSON object, each checked by the component that it names.
///
/// @param start what holds of everything that is not said
record ProfileMembers(ModelProfile start) {

  private static final Map<String, RecordComponent> COMPONENTS =
      Arrays.stream(ModelProfile.class.getRecordComponents())
          .collect(
              Collectors.toMap(
                  RecordComponent::getName, part -> part, (one, _) -> one, LinkedHashMap::new));

  /// @param where the place of `members`, for errors
  /// @throws IllegalArgumentException if a member is unknown, or its value is not of its kind
  ModelProfile with(ObjectNode members, String where) {
    if (members.isEmpty()) {
      return start;
    }
    ObjectNode merged = JsonObject.MAPPER.valueToTree(start);
    members.forEachEntry((name, value) -> {
      check(name, value, where);
      merged.set(name, value);
    });
    try {
      return JsonObject.MAPPER.treeToValue(merged, ModelProfile.class);
    } catch (RuntimeException refused) {
      Throwable cause = refused.getCause() == null ? refused : refused.getCause();
      throw new IllegalArgumentException(where + ": " + cause.getMessage(), refused);
    }
  }

  private static void check(String name, JsonNode value, String where) {
    RecordComponent component = COMPONENTS.get(name);
    if (component == null) {
      throw new IllegalArgumentException(
          where
              + ": unknown member "
              + name
              + ", expected ids, like, on or one of "
              + String.join(", ", COMPONENTS.keySet()));
    }
    String place = where + ": " + name;
    Class<?> type = component.getType();
    if (type == boolean.class) {
      require(value.isBoolean(), place, "true or false", value);
    } else if (type == int.class) {
      require(value.isInt(), place, "a whole number", value);
    } else if (type == String.class) {
      require(value.isString(), place, "a string", value);
    } else if (type.isEnum()) {
      word(type, value.asString(value.toString()), place);
    } else {
      require(value.isArray(), place, "an array", value);
      value.forEach(each -> word(ModelProfile.Choice.class, each.asString(each.toString()), place));
    }
  }

  private static void require(boolean holds, String place, String expected, JsonNode value) {
    if (!holds) {
      throw new IllegalArgumentException(place + ": expected " + expected + ", got " + value);
    }
  }

  /// The constant of `type` that is spelled `text`.
  static <T> T word(Class<T> type, String text, String place) {
    T[] constants = type.getEnumConstants();
    for (T constant : constants) {
      if (spelled(constant).equals(text)) {
        return constant;
      }
    }
    throw new IllegalArgumentException(
        place
            + ": expected "
            + Arrays.stream(constants)
                .map(ProfileMembers::spelled)
                .collect(Collectors.joining(" or "))
            + ", got "
            + text);
  }

  /// A constant as JSON has it.
  static String spelled(Object constant) {
    return JsonObject.MAPPER.<JsonNode>valueToTree(constant).stringValue();
  }
}
