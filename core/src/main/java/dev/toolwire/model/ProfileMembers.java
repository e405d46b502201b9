package dev.toolwire.model;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Changes a profile by members of a JSON object, each checked by the component that it names.
///
/// Read by hand, since every program reads the built-in rows when it starts: a general mapper takes
/// longer to get ready for this one record than all of them take here.
///
/// @param start what holds of everything that is not said
record ProfileMembers(ModelProfile start) {

  private static final Constructor<ModelProfile> CONSTRUCTOR = constructor();

  private static final Map<String, RecordComponent> COMPONENTS =
      Arrays.stream(ModelProfile.class.getRecordComponents())
          .collect(
              Collectors.toMap(
                  RecordComponent::getName, part -> part, (one, _) -> one, LinkedHashMap::new));

  private static Constructor<ModelProfile> constructor() {
    Class<?>[] types =
        Arrays.stream(ModelProfile.class.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      return ModelProfile.class.getDeclaredConstructor(types);
    } catch (NoSuchMethodException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// @param where the place of `members`, for errors
  /// @throws IllegalArgumentException if a member is unknown, or its value is not of its kind
  ModelProfile with(ObjectNode members, String where) {
    if (members.isEmpty()) {
      return start;
    }
    Map<String, Object> values = new LinkedHashMap<>();
    COMPONENTS.forEach((name, component) -> values.put(name, valueIn(start, component)));
    members.forEachEntry((name, value) -> values.put(name, read(name, value, where)));
    try {
      return CONSTRUCTOR.newInstance(values.values().toArray());
    } catch (InvocationTargetException refused) {
      throw new IllegalArgumentException(
          where + ": " + refused.getTargetException().getMessage(), refused);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Object valueIn(ModelProfile profile, RecordComponent component) {
    try {
      return component.getAccessor().invoke(profile);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Object read(String name, JsonNode value, String where) {
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
      return value.booleanValue();
    } else if (type == int.class) {
      require(value.isInt(), place, "a whole number", value);
      return value.intValue();
    } else if (type == String.class) {
      require(value.isString(), place, "a string", value);
      return value.stringValue();
    } else if (type.isEnum()) {
      return word(type, value.asString(value.toString()), place);
    }
    require(value.isArray(), place, "an array", value);
    Set<ModelProfile.Choice> choices = EnumSet.noneOf(ModelProfile.Choice.class);
    value.forEach(each ->
        choices.add(word(ModelProfile.Choice.class, each.asString(each.toString()), place)));
    return choices;
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

  /// A constant as JSON has it: in lower case but for the first letters of later words.
  static String spelled(Object constant) {
    String[] words = constant.toString().split("_", -1);
    StringBuilder spelled = new StringBuilder(words[0].toLowerCase(Locale.ROOT));
    for (int i = 1; i < words.length; i++) {
      spelled.append(words[i].charAt(0)).append(words[i].substring(1).toLowerCase(Locale.ROOT));
    }
    return spelled.toString();
  }
}
