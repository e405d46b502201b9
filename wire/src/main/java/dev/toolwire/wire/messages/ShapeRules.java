package dev.toolwire.wire.messages;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Compares a request with its [Shape] and says what the service says about the first difference.
/// Its words are those of the validator that the service is built on.
final class ShapeRules {

  private @Nullable String found;

  private ShapeRules() {}

  static Optional<String> check(JsonNode value, Shape shape) {
    ShapeRules rules = new ShapeRules();
    rules.compare(value, shape, "");
    return Optional.ofNullable(rules.found);
  }

  private void compare(JsonNode value, Shape shape, String at) {
    switch (shape) {
      case Shape.Structure structure -> structure(value, structure, at);
      case Shape.Tagged tagged -> tagged(value, tagged, at);
      case Shape.TextOr(Shape other) -> {
        if (!value.isString()) {
          compare(value, other, at);
        }
      }
      case Shape.Items items -> items(value, items, at);
      case Shape.Text text -> text(value, text, at);
      case Shape.Word(List<String> words) -> {
        if (!value.isString() || !words.contains(value.stringValue())) {
          refuse(at, "Input should be " + listed(words));
        }
      }
      case Shape.Whole(long min) -> whole(value, min, at);
      case Shape.Fraction fraction -> fraction(value, fraction, at);
      case Shape.Flag _ -> require(value.isBoolean(), at, "Input should be a valid boolean");
      case Shape.Base64Text _ ->
          require(value.isString() && isBase64(value.stringValue()), at, "Invalid base64 data");
      case Shape.Dictionary _ ->
          require(value.isObject(), at, "Input should be a valid dictionary");
      case Shape.Anything _ -> {}
    }
  }

  private void structure(JsonNode value, Shape.Structure structure, String at) {
    if (!value.isObject()) {
      refuse(at, "Input should be a valid dictionary");
      return;
    }
    for (String required : structure.required()) {
      if (!value.has(required)) {
        refuse(member(at, required), "Field required");
      }
    }
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      Shape shape = structure.members().get(member.getKey());
      String path = member(at, member.getKey());
      if (shape == null) {
        refuse(path, "Extra inputs are not permitted");
      } else if (!member.getValue().isNull() || structure.required().contains(member.getKey())) {
        compare(member.getValue(), shape, path);
      }
    }
  }

  private void tagged(JsonNode value, Shape.Tagged tagged, String at) {
    if (!value.isObject()) {
      refuse(at, "Input should be a valid dictionary or object to extract fields from");
      return;
    }
    JsonNode given = value.path(tagged.tag());
    boolean absent = given.isMissingNode() || given.isNull();
    String tag = absent ? tagged.fallback() : given.asString("");
    Shape.Structure kind = tagged.kinds().get(tag);
    if (kind != null) {
      structure(value, kind, member(at, tag));
    } else if (absent) {
      refuse(at, "Unable to extract tag using discriminator '" + tagged.tag() + "'");
    } else {
      refuse(
          at,
          "Input tag '"
              + tag
              + "' found using '"
              + tagged.tag()
              + "' does not match any of the expected tags: "
              + quoted(List.copyOf(tagged.kinds().keySet())));
    }
  }

  private void items(JsonNode value, Shape.Items items, String at) {
    if (!value.isArray()) {
      refuse(at, "Input should be a valid list");
      return;
    }
    if (value.size() > items.max()) {
      refuse(
          at,
          "List should have at most "
              + items.max()
              + " items after validation, not "
              + value.size());
    }
    for (int i = 0; i < value.size() && found == null; i++) {
      compare(value.get(i), items.item(), member(at, Integer.toString(i)));
    }
  }

  private void text(JsonNode value, Shape.Text text, String at) {
    if (!value.isString()) {
      refuse(at, "Input should be a valid string");
      return;
    }
    String said = value.stringValue();
    if (said.length() < text.min()) {
      refuse(at, "String should have at least " + text.min() + " character" + plural(text.min()));
    } else if (said.length() > text.max()) {
      refuse(at, "String should have at most " + text.max() + " character" + plural(text.max()));
    } else if (text.pattern() != null && !text.pattern().matcher(said).matches()) {
      refuse(at, "String should match pattern '" + text.pattern() + "'");
    }
  }

  private static String plural(int count) {
    return count == 1 ? "" : "s";
  }

  private void whole(JsonNode value, long min, String at) {
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      refuse(at, "Input should be a valid integer");
    } else if (value.longValue() < min) {
      refuse(at, "Input should be greater than or equal to " + min);
    }
  }

  private void fraction(JsonNode value, Shape.Fraction range, String at) {
    if (!value.isNumber()) {
      refuse(at, "Input should be a valid number");
    } else if (value.doubleValue() < range.min()) {
      refuse(at, "Input should be greater than or equal to " + number(range.min()));
    } else if (value.doubleValue() > range.max()) {
      refuse(at, "Input should be less than or equal to " + number(range.max()));
    }
  }

  private static String number(double bound) {
    return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
  }

  private static boolean isBase64(String text) {
    try {
      return Base64.getDecoder().decode(text).length > 0;
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  private static String listed(List<String> words) {
    int last = words.size() - 1;
    return last == 0
        ? quoted(words)
        : quoted(words.subList(0, last)) + " or '" + words.get(last) + "'";
  }

  private static String quoted(List<String> words) {
    return "'" + String.join("', '", words) + "'";
  }

  private static String member(String at, String name) {
    return at.isEmpty() ? name : at + "." + name;
  }

  private void require(boolean holds, String at, String message) {
    if (!holds) {
      refuse(at, message);
    }
  }

  private void refuse(String at, String message) {
    if (found == null) {
      found = at.isEmpty() ? message : at + ": " + message;
    }
  }
}
