package dev.toolwire.tool;

import dev.toolwire.json.JsonText;
import dev.toolwire.tool.InputChange.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// A value that could stand in the place of one that does not fit.
///
/// @param value what to put there; for [Kind#NULL_DROPPED] the null that goes
record ValueFix(Kind kind, JsonNode value) {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /// A JSON number of a size that anybody writes.
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]{0,99})(\\.[0-9]{1,100})?([eE][+-]?[0-9]{1,2})?");

  /// What may be several values in one string, or broken JSON: not ours to wrap.
  private static final Pattern SEVERAL = Pattern.compile("[,;\\n\\[{]");

  /// What would do away with `violation`; mostly nothing.
  static List<ValueFix> suggestedBy(Violation violation) {
    JsonNode rule = violation.rule();
    JsonNode value = violation.value();
    if (value.isNull()) {
      return List.of(new ValueFix(Kind.NULL_DROPPED, value));
    }
    return switch (violation.keyword()) {
      case "type" ->
          (rule.isArray() ? rule.valueStream() : Stream.of(rule))
              .flatMap(type -> ofType(value, type.asString("")).stream())
              .toList();
      case "enum" -> rule.valueStream().flatMap(allowed -> like(value, allowed).stream()).toList();
      case "const" -> like(value, rule).stream().toList();
      default -> List.of();
    };
  }

  private static Optional<ValueFix> ofType(JsonNode value, String type) {
    String text = value.asString("").strip();
    return switch (type) {
      case "string" -> value.isNumber() || value.isBoolean() ? quoted(value) : Optional.empty();
      case "integer" -> value.isString() ? integer(text) : Optional.empty();
      case "number" -> value.isString() && isNumber(text) ? unquoted(text) : Optional.empty();
      case "boolean" -> {
        String lower = text.toLowerCase(Locale.ROOT);
        boolean known = lower.equals("true") || lower.equals("false");
        yield value.isString() && known ? unquoted(lower) : Optional.empty();
      }
      case "null" -> value.isString() && text.equals("null") ? unquoted(text) : Optional.empty();
      case "object" -> unpacked(value).filter(fix -> fix.value().isObject());
      case "array" -> unpacked(value).filter(fix -> fix.value().isArray()).or(() -> wrapped(value));
      default -> Optional.empty();
    };
  }

  /// `allowed`, if `value` says the same with other case, outer whitespace or quotes.
  private static Optional<ValueFix> like(JsonNode value, JsonNode allowed) {
    if (!value.isValueNode() || !allowed.isValueNode()) {
      return Optional.empty();
    }
    String came = value.asString("").strip();
    if (!came.equalsIgnoreCase(allowed.asString("")) || allowed.isNull()) {
      return Optional.empty();
    }
    Kind kind =
        !allowed.isString() ? Kind.UNQUOTED : value.isString() ? Kind.ENUM_SPELLING : Kind.QUOTED;
    return Optional.of(new ValueFix(kind, allowed));
  }

  private static Optional<ValueFix> quoted(JsonNode value) {
    return Optional.of(new ValueFix(Kind.QUOTED, NODES.stringNode(value.toString())));
  }

  private static Optional<ValueFix> integer(String text) {
    if (!isNumber(text)) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(text).stripTrailingZeros();
    return number.scale() <= 0 ? unquoted(number.toBigInteger().toString()) : Optional.empty();
  }

  private static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches();
  }

  private static Optional<ValueFix> unquoted(String json) {
    return read(json).map(node -> new ValueFix(Kind.UNQUOTED, node));
  }

  private static Optional<ValueFix> unpacked(JsonNode value) {
    return value.isString()
        ? read(value.stringValue()).map(node -> new ValueFix(Kind.UNPACKED, node))
        : Optional.empty();
  }

  private static Optional<ValueFix> wrapped(JsonNode value) {
    return value.isString() && SEVERAL.matcher(value.stringValue()).find()
        ? Optional.empty()
        : Optional.of(new ValueFix(Kind.WRAPPED, NODES.arrayNode().add(value.deepCopy())));
  }

  private static Optional<JsonNode> read(String json) {
    try {
      return Optional.of(JsonText.read(json));
    } catch (JacksonException notJson) {
      return Optional.empty();
    }
  }
}
