package dev.toolwire.toolbox;

/// How a text of the model's is quoted back to it.
final class Shown {

  private static final int LONGEST = 80;

  private Shown() {}

  /// Whether this code point is half of a surrogate pair, which is no character and has no bytes.
  static boolean isHalf(int codePoint) {
    return Character.getType(codePoint) == Character.SURROGATE;
  }

  /// So many of something, such as `1 line` and `2 lines`.
  static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /// The text in quotes, cut if it is long, on one line.
  static String of(String text) {
    String cut =
        text.codePointCount(0, text.length()) <= LONGEST
            ? text
            : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    return '"' + cut.replaceAll("[\\p{Cntrl}\\p{Cs}]", "\uFFFD") + '"';
  }
}
