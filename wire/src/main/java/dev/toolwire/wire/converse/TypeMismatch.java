package dev.toolwire.wire.converse;

import java.util.Base64;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What the service says when a value is of another type than its member. Its words name neither
/// the member nor the value.
final class TypeMismatch {

  private static final String LIST = "Start of list found where not expected";
  private static final String STRUCTURE = "Start of structure or map found where not expected.";

  private TypeMismatch() {}

  /// Empty if `value` can be read as `shape`.
  static Optional<String> between(JsonNode value, Shape shape) {
    return fits(value, shape) ? Optional.empty() : Optional.of(words(value, shape));
  }

  private static boolean fits(JsonNode value, Shape shape) {
    return switch (shape) {
      case Shape.Structure _, Shape.Union _, Shape.Entries _ -> value.isObject();
      case Shape.Items _ -> value.isArray();
      case Shape.Text _, Shape.Word _ -> value.isString();
      case Shape.Whole _ -> value.canConvertToExactIntegral() && value.canConvertToInt();
      case Shape.Fraction _ -> value.isNumber();
      case Shape.Flag _ -> value.isBoolean();
      case Shape.Blob _ -> value.isString() && isBase64(value.stringValue());
      case Shape.Document _ -> true;
    };
  }

  private static boolean isBase64(String text) {
    try {
      Base64.getDecoder().decode(text);
      return true;
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  private static String words(JsonNode value, Shape shape) {
    if (value.isContainer()) {
      return value.isArray() ? LIST : STRUCTURE;
    }
    return switch (shape) {
      case Shape.Structure _, Shape.Union _, Shape.Entries _ -> "Expected null";
      case Shape.Items _ -> "Expected list or null";
      case Shape.Text _, Shape.Word _ -> kind(value) + " can not be converted to a String";
      case Shape.Whole _ -> kind(value) + " can not be converted to an Integer";
      case Shape.Fraction _ -> kind(value) + " can not be converted to a Float";
      case Shape.Flag _ -> kind(value) + " can not be converted to an Boolean"; // sic
      case Shape.Blob _, Shape.Document _ ->
          kind(value) + " can not be converted to a Blob: expected base64";
    };
  }

  private static String kind(JsonNode scalar) {
    return switch (scalar.getNodeType()) {
      case STRING -> "STRING_VALUE";
      case NUMBER -> "NUMBER_VALUE";
      case BOOLEAN -> scalar.booleanValue() ? "TRUE_VALUE" : "FALSE_VALUE";
      case NULL, MISSING, BINARY, POJO, ARRAY, OBJECT -> "NULL_VALUE";
    };
  }
}
