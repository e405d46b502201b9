package dev.toolwire.lab.page;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/// How a document is spelled: the one place that escapes.
///
/// @see <a href="https://html.spec.whatwg.org/multipage/parsing.html">HTML, parsing</a>
/// @see <a
///   href="https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements">
///   HTML, what a script element may contain</a>
final class Markup {

  private static final Set<String> VOID = Set.of("input");
  private static final char REPLACEMENT = '\uFFFD';

  private Markup() {}

  static void write(Html html, StringBuilder out) {
    switch (html) {
      case Html.Text(String text) -> escape(text, out);
      case Html.Sequence(var parts) -> parts.forEach(part -> write(part, out));
      case Element element -> element(element, out);
    }
  }

  private static void element(Element element, StringBuilder out) {
    out.append('<').append(element.name());
    element
        .attributes()
        .forEach((name, value) -> {
          out.append(' ').append(name).append("=\"");
          escape(value, out);
          out.append('"');
        });
    out.append('>');
    if (VOID.contains(element.name())) {
      return;
    }
    if (element.name().equals("pre")) {
      // The parser drops a line feed that follows the tag at once; it drops this one.
      out.append('\n');
    }
    element.children().forEach(child -> write(child, out));
    out.append("</").append(element.name()).append('>');
  }

  /// Text for the content of an element or the value of an attribute in double quotes. What no
  /// document can hold, which is NUL and half a character, becomes U+FFFD.
  private static void escape(String text, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\r' -> out.append("&#13;");
        case 0 -> out.append(REPLACEMENT);
        default -> out.append(isHalf(text, i) ? REPLACEMENT : c);
      }
    }
  }

  /// JSON for the content of a script element: there `</script` and `<!--` end or change what
  /// follows, so no `<` is left; `>` and `&` go with it, for readers that take it for HTML.
  static String data(JsonNode value) {
    String json = value.toString();
    StringBuilder out = new StringBuilder(json.length() + 64);
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      boolean plain = c != '<' && c != '>' && c != '&' && c != '\u2028' && c != '\u2029';
      if (plain && !isHalf(json, i)) {
        out.append(c);
      } else {
        out.append("\\u").append(String.format("%04x", (int) c));
      }
    }
    return out.toString();
  }

  private static boolean isHalf(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }
}
