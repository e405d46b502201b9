package dev.toolwire.rescue;

/// The text that has arrived and is not settled yet, with a reading position.
///
/// Positions are absolute, from the beginning of the message, so that a reader can keep one while
/// settled text is dropped.
final class Window {

  /// In place of a character: more may come.
  static final int MORE = -1;

  /// In place of a character: the text is over.
  static final int END = -2;

  /// How much settled text is kept before it is dropped all at once.
  private static final int SLACK = 8192;

  private final StringBuilder text = new StringBuilder();
  private long base;
  private int settled;
  private int next;
  private boolean ended;
  private boolean cut;

  void append(CharSequence more) {
    text.append(more);
  }

  /// No more text comes.
  ///
  /// @param isCut the message ran out of room rather than came to its end
  void end(boolean isCut) {
    ended = true;
    cut = isCut;
  }

  boolean isCut() {
    return cut;
  }

  boolean isEnded() {
    return ended;
  }

  long position() {
    return base + next;
  }

  void moveTo(long position) {
    next = (int) (position - base);
  }

  void skip(int count) {
    next += count;
  }

  /// What a reader says that needs a character where none is.
  Answer shortage() {
    return ended ? Answer.CUT : Answer.MORE;
  }

  /// The character at the position, or [#MORE] or [#END].
  int peek() {
    return peek(0);
  }

  boolean isLowerLetter() {
    if (next >= text.length()) {
      return false;
    }
    char c = text.charAt(next);
    return c >= 'a' && c <= 'z';
  }

  int peek(int ahead) {
    int at = next + ahead;
    return at < text.length() ? text.charAt(at) : ended ? END : MORE;
  }

  int peekAt(long position) {
    return peek((int) (position - base) - next);
  }

  /// How many characters are here from the position on.
  int available() {
    return text.length() - next;
  }

  String between(long from, long to) {
    return text.substring((int) (from - base), (int) (to - base));
  }

  long settledAt() {
    return base + settled;
  }

  /// Takes the text up to `position` out of the window.
  String settle(long position) {
    String part = text.substring(settled, (int) (position - base));
    settled = (int) (position - base);
    if (settled > SLACK && settled > text.length() / 2) {
      text.delete(0, settled - 1);
      base += settled - 1;
      next -= settled - 1;
      settled = 1;
    }
    return part;
  }

  /// Moves over white space and marks without width; false if only more text can tell where it
  /// ends.
  boolean skipBlank() {
    while (next < text.length() && isBlank(text.charAt(next))) {
      next++;
    }
    return next < text.length() || ended;
  }

  static boolean isBlank(char c) {
    if (c > ' ' && c < '\u00a0') {
      return false;
    }
    return c == ' '
        || c == '\n'
        || c == '\t'
        || c == '\r'
        || c == '\f'
        || c == '\u00a0'
        || c == '\ufeff'
        || c == '\u200b'
        || c == '\u2060'
        || c == '\u0120'
        || c == '\u010a';
  }
}
