package dev.toolwire.toolbox;

/// How a text of the model's is quoted back to it.
final class Shown {

  private static final int LONGEST = 80;

  private Shown() {}

  /// The text in quotes, cut if it is long, on one line.
  static String of(String text) {
    String cut =
        text.codePointCount(0, text.length()) <= LONGEST
            ? text
            : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    return '"' + cut.replaceAll("\\p{Cntrl}", "\uFFFD") + '"';
  }
}
