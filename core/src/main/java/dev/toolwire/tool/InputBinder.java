package dev.toolwire.tool;

import dev.toolwire.json.JsonBinding;
import dev.toolwire.json.JsonObject;
import java.lang.reflect.Type;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;

/// Turns validated JSON into the Java value that a tool takes, and what it answers into JSON.
final class InputBinder {

  private static final int LONGEST_VALUE = 60;

  private InputBinder() {}

  /// The mapper of inputs: enums go by their names, as the schema says, and a time keeps the offset
  /// it came with. It is made when it is first asked for.
  static JsonMapper mapper() {
    return Made.MAPPER;
  }

  /// `value` as JSON, in the words that an input has for the same.
  static JsonNode toTree(Object value) {
    return switch (value) {
      case String _, Boolean _, Number _, JsonNode _, JsonObject _ -> JsonBinding.toTree(value);
      default -> mapper().valueToTree(value);
    };
  }

  /// The input as a `type`.
  static Object bind(JsonObject input, Class<?> type) throws InputMismatchException {
    Object bound = bind(input.toNode(), type, "");
    if (bound == null) {
      throw new IllegalArgumentException(type + " reads an object as null");
    }
    return bound;
  }

  /// The value at `path` of an input as a `type`. What is not there binds like null.
  static @Nullable Object bind(JsonNode value, Type type, String path)
      throws InputMismatchException {
    JsonNode source = value.isMissingNode() ? NullNode.getInstance() : value;
    try {
      return mapper().treeToValue(source, mapper().constructType(type));
    } catch (JacksonException misfit) {
      throw new InputMismatchException(advice(misfit, source, path), misfit);
    }
  }

  private static String advice(JacksonException misfit, JsonNode source, String path) {
    String below = misfit.getPath().stream().map(InputBinder::step).collect(Collectors.joining());
    String where = path.isEmpty() && below.isEmpty() ? "the input" : path + below;
    return "%s: got %s, expected %s. Correct this and call the tool again with the complete input."
        .formatted(where, Excerpt.of(source.at(below).toString(), LONGEST_VALUE), wanted(misfit));
  }

  private static String wanted(JacksonException misfit) {
    Class<?> type =
        switch (misfit) {
          case MismatchedInputException unlike -> unlike.getTargetType();
          case InputCoercionException outOfRange -> outOfRange.getTargetType();
          case ValueInstantiationException refused -> refused.getType().getRawClass();
          default -> null;
        };
    return type == null ? "another value" : "a valid " + type.getSimpleName();
  }

  private static String step(JacksonException.Reference step) {
    String name = step.getPropertyName();
    return name == null ? "/" + step.getIndex() : "/" + name.replace("~", "~0").replace("/", "~1");
  }

  private static final class Made {
    static final JsonMapper MAPPER =
        JsonBinding.mapper()
            .rebuild()
            .disable(
                EnumFeature.READ_ENUMS_USING_TO_STRING, EnumFeature.WRITE_ENUMS_USING_TO_STRING)
            .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .build();
  }
}
