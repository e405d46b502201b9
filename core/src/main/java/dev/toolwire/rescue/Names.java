package dev.toolwire.rescue;

import java.util.List;

/// What texts put around the names of tools.
final class Names {

  private static final List<String> PREFIXES =
      List.of("functions.", "function.", "tools.", "tool.", "api.tools.");
  private static final String CALL = ".call";
  private static final String WRAPPING = "\"'`*“”";

  private Names() {}

  /// The name without markdown, quotes, format prefixes and the number that Kimi counts calls with.
  static String bare(String written) {
    String name = unescaped(written.strip());
    while (name.length() > 1 && WRAPPING.indexOf(name.charAt(0)) >= 0) {
      name = name.substring(1);
    }
    while (name.length() > 1 && WRAPPING.indexOf(name.charAt(name.length() - 1)) >= 0) {
      name = name.substring(0, name.length() - 1);
    }
    int marker = name.indexOf("<|");
    if (marker > 0) {
      name = name.substring(0, marker);
    }
    name = withoutCount(name.strip());
    if (name.endsWith(CALL)) {
      name = name.substring(0, name.length() - CALL.length());
    }
    for (String prefix : PREFIXES) {
      if (name.startsWith(prefix) && name.length() > prefix.length()) {
        return name.substring(prefix.length());
      }
    }
    return name;
  }

  /// Without the `:0` of `functions.tide_at:0`.
  static String withoutCount(String name) {
    int colon = name.lastIndexOf(':');
    if (colon <= 0 || colon == name.length() - 1) {
      return name;
    }
    for (int i = colon + 1; i < name.length(); i++) {
      if (!Character.isDigit(name.charAt(i))) {
        return name;
      }
    }
    return name.substring(0, colon);
  }

  /// Whether `name` is written as its format writes it, so that nothing is mended.
  static boolean isPlainPrefix(String written, String name) {
    return withoutCount(written).equals("functions." + name) || written.equals(name + CALL);
  }

  static String lastSegment(String name) {
    return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf(':')) + 1);
  }

  /// Markdown's backslashes before underscores and the like taken away.
  static String unescaped(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean escape =
          c == '\\' && i + 1 < text.length() && "_*-.[]".indexOf(text.charAt(i + 1)) >= 0;
      if (!escape) {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  /// Whether `text` could be the name of a tool that nobody declared, rather than a sentence.
  static boolean isNameLike(String text) {
    if (text.isEmpty() || text.length() > 64) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean part =
          Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || c == '/' || c == ':';
      if (!part) {
        return false;
      }
    }
    return true;
  }
}
