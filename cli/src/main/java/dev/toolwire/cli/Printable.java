package dev.toolwire.cli;

/// Text from a model or a tool, made safe for a terminal: whoever wrote it must not be able to move
/// the cursor or to change the title.
final class Printable {

  private static final char PICTURES = '\u2400';
  private static final char DELETE = '\u007f';
  private static final char PICTURE_OF_DELETE = '\u2421';

  private Printable() {}

  /// The text with its line ends and tabs; other control characters become their pictures.
  static String text(String text) {
    return text.chars().anyMatch(Printable::isControl) ? withPictures(text) : text;
  }

  /// The text as one line of at most `most` characters, blanks run together.
  static String line(String text, int most) {
    var flat = text(text.strip().replaceAll("\\s+", " "));
    if (flat.length() <= most) {
      return flat;
    }
    int end = Character.isHighSurrogate(flat.charAt(most - 1)) ? most - 1 : most;
    return flat.substring(0, end) + "… (" + (flat.length() - end) + " more characters)";
  }

  private static boolean isControl(int c) {
    return Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r';
  }

  private static String withPictures(String text) {
    var safe = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      safe.append(isControl(c) ? picture(c) : c);
    }
    return safe.toString();
  }

  private static char picture(char control) {
    if (control == DELETE) {
      return PICTURE_OF_DELETE;
    }
    return control < ' ' ? (char) (PICTURES + control) : '\ufffd';
  }
}
