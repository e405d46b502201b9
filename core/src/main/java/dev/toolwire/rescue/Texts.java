package dev.toolwire.rescue;

/// Reads texts that are there whole.
final class Texts {

  private Texts() {}

  /// Whether `text` is exactly one value.
  static boolean readWhole(ValueReader reader, String text) {
    Window window = whole(text);
    return reader.read(window) == Answer.DONE && window.skipBlank() && window.peek() == Window.END;
  }

  static Window whole(String text) {
    Window window = new Window();
    window.append(text);
    window.end(false);
    return window;
  }

  /// How long a line break is that stands here as the two characters `\n`: 0 if none does, -1 if
  /// more text must tell.
  static int writtenBreak(Window in) {
    if (in.peek() != '\\') {
      return 0;
    }
    int c = in.peek(1);
    return c == 'n' ? 2 : c == Window.MORE ? -1 : 0;
  }

  /// How long the identifier is that stands here, at most `limit`; -1 if more text must tell.
  static int identifierLength(Window in, int limit) {
    int length = 0;
    while (length < limit && isIdentifierPart(in.peek(length))) {
      length++;
    }
    return in.peek(length) == Window.MORE ? -1 : length;
  }

  static boolean isIdentifierPart(int c) {
    return c == '_' || (c >= 0 && Character.isLetterOrDigit(c));
  }

  /// What a name may consist of where something else ends it.
  static boolean isNamePart(int c) {
    return isIdentifierPart(c) || c == '.' || c == '-' || c == '\\' || c == '/' || c == ':';
  }
}
