package dev.toolwire.tool;

import dev.toolwire.tool.InputChange.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One pass over the text of a JSON object that rewrites the few slips that leave no doubt about
/// what was meant: a trailing comma, a Python literal, a raw line break or tab in a string, closing
/// braces and brackets that are missing at the very end.
///
/// Everything else is copied, wrong or not; a strict parser has the last word. Nothing is closed
/// unless the last token is a complete value by itself: a text that ends in a string, after a
/// colon, a comma or a number may have been cut there.
final class LenientJson {

  /// A text with more slips than this is not worth trusting.
  static final int MOST_CHANGES = 100;

  private static final Map<String, String> PYTHON =
      Map.of("True", "true", "False", "false", "None", "null");
  private static final Map<Character, String> ESCAPES =
      Map.of('\n', "\\n", '\r', "\\r", '\t', "\\t");

  private final String text;
  private final StringBuilder out;
  private final StringBuilder open = new StringBuilder();
  private final List<InputChange> changes = new ArrayList<>();
  private int at;

  /// Whether the last token can end a value.
  private boolean value;

  /// Where in `out` a comma stands that followed a value and precedes nothing yet; else -1.
  private int comma = -1;

  private LenientJson(String text) {
    this.text = text;
    this.out = new StringBuilder(text.length() + 16);
  }

  record Mended(String text, List<InputChange> changes) {}

  /// The mended text; empty if there was nothing to mend or the text cannot be trusted.
  static Optional<Mended> mend(String text) {
    LenientJson mending = new LenientJson(text);
    boolean whole = text.startsWith("{") && mending.copy() && mending.close();
    return whole && !mending.changes.isEmpty() && mending.changes.size() <= MOST_CHANGES
        ? Optional.of(new Mended(mending.out.toString(), List.copyOf(mending.changes)))
        : Optional.empty();
  }

  /// False if the text ends inside a string or closes what is not open.
  private boolean copy() {
    boolean sound = true;
    while (sound && at < text.length() && changes.size() <= MOST_CHANGES) {
      char c = text.charAt(at);
      sound =
          switch (c) {
            case '"' -> string();
            case '{', '[' -> opening(c);
            case '}', ']' -> closing(c);
            case ',', ':' -> separator(c);
            case ' ', '\t', '\n', '\r' -> copied(c);
            default -> word();
          };
    }
    return sound;
  }

  private boolean string() {
    copied('"');
    while (at < text.length() && changes.size() <= MOST_CHANGES) {
      char c = text.charAt(at);
      String escape = ESCAPES.get(c);
      if (escape != null) {
        at++;
        out.append(escape);
        changes.add(new InputChange("", Kind.RAW_WHITESPACE, String.valueOf(c), escape));
        continue;
      }
      copied(c);
      if (c == '"') {
        return token(true);
      }
      if (c == '\\' && at < text.length()) {
        copied(text.charAt(at));
      }
    }
    return false;
  }

  private boolean opening(char c) {
    open.append(c == '{' ? '}' : ']');
    copied(c);
    return token(false);
  }

  private boolean closing(char c) {
    int innermost = open.length() - 1;
    if (innermost < 0 || open.charAt(innermost) != c) {
      return false;
    }
    open.setLength(innermost);
    if (comma >= 0) {
      out.setLength(comma);
      changes.add(new InputChange("", Kind.TRAILING_COMMA, "," + c, String.valueOf(c)));
    }
    copied(c);
    return token(true);
  }

  private boolean separator(char c) {
    int here = c == ',' && value ? out.length() : -1;
    copied(c);
    token(false);
    comma = here;
    return true;
  }

  /// A number, a literal or something that the strict parser will refuse.
  private boolean word() {
    int start = at;
    while (at < text.length() && "\"{}[],: \t\n\r".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String word = text.substring(start, at);
    String json = PYTHON.getOrDefault(word, word);
    if (!json.equals(word)) {
      changes.add(new InputChange("", Kind.PYTHON_LITERAL, word, json));
    }
    out.append(json);
    boolean literal = json.equals("true") || json.equals("false") || json.equals("null");
    return token(literal || at < text.length());
  }

  /// Closes what is open, innermost first. False if the end may be a cut.
  private boolean close() {
    if (open.isEmpty()) {
      return true;
    }
    if (!value) {
      return false;
    }
    String missing = open.reverse().toString();
    out.append(missing);
    changes.add(new InputChange("", Kind.UNCLOSED, "", missing));
    return true;
  }

  private boolean token(boolean endsValue) {
    value = endsValue;
    comma = -1;
    return true;
  }

  private boolean copied(char c) {
    at++;
    out.append(c);
    return true;
  }
}
