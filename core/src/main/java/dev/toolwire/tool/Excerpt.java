package dev.toolwire.tool;

/// The beginning of a text that may be long.
final class Excerpt {

  private Excerpt() {}

  /// `text`, or its first `longest` characters and an ellipsis; never half a surrogate pair.
  static String of(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
    return text.substring(0, end) + "…";
  }
}
