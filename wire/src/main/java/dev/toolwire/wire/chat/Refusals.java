package dev.toolwire.wire.chat;

import dev.toolwire.json.JsonObject;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The service's words for what can be wrong with a value anywhere.
final class Refusals {

  private Refusals() {}

  static Optional<Refusal> none() {
    return Optional.empty();
  }

  static Optional<Refusal> because(String message, String param, String code) {
    return Optional.of(new Refusal(message, param, code));
  }

  static Optional<Refusal> missing(String param) {
    return because(
        "Missing required parameter: '" + param + "'.", param, "missing_required_parameter");
  }

  static Optional<Refusal> type(String param, String expected, JsonNode got) {
    return because(
        "Invalid type for '%s': expected %s, but got %s instead."
            .formatted(param, expected, JsonObject.kindOf(got)),
        param,
        "invalid_type");
  }

  static Optional<Refusal> tooMany(String param, int most, int got) {
    return because(
        "Invalid '%s': array too long. Expected an array with maximum length %d, but got an array with length %d instead."
            .formatted(param, most, got),
        param,
        "array_above_max_length");
  }

  static Optional<Refusal> empty(String param) {
    return because(
        "Invalid '%s': empty array. Expected an array with minimum length 1, but got an empty array instead."
            .formatted(param),
        param,
        "empty_array");
  }

  static Optional<Refusal> tooLong(String param, int most, int got) {
    return because(
        "Invalid '%s': string too long. Expected a string with maximum length %d, but got a string with length %d instead."
            .formatted(param, most, got),
        param,
        "string_above_max_length");
  }

  static Optional<Refusal> pattern(String param, String pattern) {
    return because(
        "Invalid '%s': string does not match pattern. Expected a string that matches the pattern '%s'."
            .formatted(param, pattern),
        param,
        "invalid_value");
  }

  /// A number outside its range.
  static Optional<Refusal> range(
      String param, JsonNode value, double least, double most, boolean whole) {
    if (value.isMissingNode() || value.isNull()) {
      return none();
    }
    if (whole ? !value.isIntegralNumber() : !value.isNumber()) {
      return type(param, whole ? "an integer" : "a decimal", value);
    }
    double number = value.doubleValue();
    String kind = whole ? "integer" : "decimal";
    if (number < least) {
      return because(
          "Invalid '%s': %s below minimum value. Expected a value >= %s, but got %s instead."
              .formatted(param, kind, plain(least), value),
          param,
          kind + "_below_min_value");
    }
    return number > most
        ? because(
            "Invalid '%s': %s above maximum value. Expected a value <= %s, but got %s instead."
                .formatted(param, kind, plain(most), value),
            param,
            kind + "_above_max_value")
        : none();
  }

  private static String plain(double bound) {
    return Long.toString(Math.round(bound));
  }
}
