package dev.toolwire.rescue;

import dev.toolwire.json.JsonText;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Words that are values: numbers and literals, as JSON and as Python write them.
final class Scalars {

  /// How long a word may be.
  static final int LONGEST = 1000;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Scalars() {}

  /// Whether a word may contain `c`.
  static boolean isPart(char c) {
    boolean digit = c >= '0' && c <= '9';
    boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return digit || letter || c == '_' || c == '-' || c == '+' || c == '.';
  }

  /// Moves the rest of the word that stands here into `word`.
  static Answer gather(Window in, StringBuilder word) {
    int c = in.peek();
    while (c >= 0 && isPart((char) c)) {
      if (word.length() == LONGEST) {
        return Answer.REFUSED;
      }
      word.append((char) c);
      in.skip(1);
      c = in.peek();
    }
    return c == Window.MORE ? Answer.MORE : Answer.DONE;
  }

  /// The value of a word; null if it has none.
  static @Nullable JsonNode read(String word, boolean python) {
    JsonNode literal = literal(word);
    return literal != null ? literal : python ? pythonNumber(word) : number(word);
  }

  static @Nullable JsonNode literal(String word) {
    return switch (word) {
      case "true", "True" -> NODES.booleanNode(true);
      case "false", "False" -> NODES.booleanNode(false);
      case "null", "None" -> NODES.nullNode();
      default -> null;
    };
  }

  static boolean isPython(String word) {
    return word.equals("True") || word.equals("False") || word.equals("None");
  }

  /// The number with all its digits; null if `word` is none in JSON.
  static @Nullable JsonNode number(String word) {
    if (!isJsonNumber(word)) {
      return null;
    }
    try {
      return JsonText.read(word);
    } catch (JacksonException _) {
      return null;
    }
  }

  /// As [#number], with what Python allows beside: `1_000`, `.5`, `5.`, `+1`.
  static @Nullable JsonNode pythonNumber(String word) {
    JsonNode plain = number(word);
    if (plain != null || word.isEmpty()) {
      return plain;
    }
    String text = word.startsWith("+") ? word.substring(1) : word;
    if (text.startsWith("_") || text.endsWith("_") || text.contains("__")) {
      return null;
    }
    text = text.replace("_", "");
    if (text.startsWith(".") || text.startsWith("-.")) {
      int point = text.indexOf('.');
      text = text.substring(0, point) + "0" + text.substring(point);
    }
    return number(text.endsWith(".") ? text + "0" : text);
  }

  private static boolean isJsonNumber(String word) {
    int at = word.startsWith("-") ? 1 : 0;
    int whole = digits(word, at);
    if (whole == at || (word.charAt(at) == '0' && whole > at + 1)) {
      return false;
    }
    at = whole;
    if (at < word.length() && word.charAt(at) == '.') {
      int fraction = digits(word, at + 1);
      if (fraction == at + 1) {
        return false;
      }
      at = fraction;
    }
    if (at < word.length() && (word.charAt(at) == 'e' || word.charAt(at) == 'E')) {
      int sign = at + 1;
      if (sign < word.length() && (word.charAt(sign) == '+' || word.charAt(sign) == '-')) {
        sign++;
      }
      int exponent = digits(word, sign);
      if (exponent == sign) {
        return false;
      }
      at = exponent;
    }
    return at == word.length();
  }

  private static int digits(String word, int from) {
    int at = from;
    while (at < word.length() && word.charAt(at) >= '0' && word.charAt(at) <= '9') {
      at++;
    }
    return at;
  }
}
