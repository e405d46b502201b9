package dev.toolwire.bench.loop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The JSON that a program without libraries would have: values are [Map], [List], [String],
/// [Integer], [Boolean] and [#NULL]; anything unexpected is an error without many words.
public final class BareJson {

  /// The value `null`.
  public static final Object NULL = new Object();

  private final String text;
  private int at;

  private BareJson(String text) {
    this.text = text;
  }

  public static Map<?, ?> object(String text) {
    return (Map<?, ?>) new BareJson(text).value();
  }

  /// The member `name`, which has to be there and of this type.
  public static <T> T member(Map<?, ?> object, String name, Class<T> type) {
    return type.cast(Objects.requireNonNull(object.get(name), name));
  }

  private Object value() {
    char c = text.charAt(at);
    return switch (c) {
      case '{' -> members();
      case '[' -> elements();
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", NULL);
      default -> number();
    };
  }

  private Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    at++;
    while (text.charAt(at) != '}') {
      String name = string();
      expect(':');
      members.put(name, value());
      if (text.charAt(at) == ',') {
        at++;
      }
    }
    at++;
    return members;
  }

  private List<Object> elements() {
    List<Object> elements = new ArrayList<>();
    at++;
    while (text.charAt(at) != ']') {
      elements.add(value());
      if (text.charAt(at) == ',') {
        at++;
      }
    }
    at++;
    return elements;
  }

  private Object word(String word, Object value) {
    for (int i = 0; i < word.length(); i++) {
      expect(word.charAt(i));
    }
    return value;
  }

  private Integer number() {
    int from = at;
    while (at < text.length() && (text.charAt(at) == '-' || Character.isDigit(text.charAt(at)))) {
      at++;
    }
    return Integer.parseInt(text, from, at, 10);
  }

  private String string() {
    expect('"');
    int from = at;
    @Nullable StringBuilder unescaped = null;
    while (text.charAt(at) != '"') {
      if (text.charAt(at) == '\\') {
        unescaped = unescaped == null ? new StringBuilder() : unescaped;
        unescaped.append(text, from, at);
        unescaped.append(escape());
        from = at;
      } else {
        at++;
      }
    }
    String rest = text.substring(from, at++);
    return unescaped == null ? rest : unescaped.append(rest).toString();
  }

  private char escape() {
    char c = text.charAt(at + 1);
    at += c == 'u' ? 6 : 2;
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'u' -> (char) Integer.parseInt(text, at - 4, at, 16);
      default -> c;
    };
  }

  private void expect(char c) {
    if (text.charAt(at) != c) {
      throw new IllegalStateException("expected " + c + " at " + at + ", got " + text.charAt(at));
    }
    at++;
  }

  /// Appends `value` as a JSON string.
  public static void quote(String value, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\n' -> out.append("\\n");
        default -> {
          if (c < ' ') {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
