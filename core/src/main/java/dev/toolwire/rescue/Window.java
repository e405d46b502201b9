package dev.toolwire.rescue;

import java.util.Arrays;

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

  private static final int INITIAL = 64;
  private static final int LONGEST_GAP = 64;

  private char[] text = new char[INITIAL];
  private int size;
  private long base;
  private int settled;
  private int next;
  private boolean ended;
  private boolean cut;

  void append(CharSequence more) {
    int length = more.length();
    if (length > text.length - size) {
      text = Arrays.copyOf(text, Math.max(size + length, 2 * text.length));
    }
    if (more instanceof String string) {
      string.getChars(0, length, text, size);
    } else {
      for (int i = 0; i < length; i++) {
        text[size + i] = more.charAt(i);
      }
    }
    size += length;
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

  /// Moves over prose that begins nothing, and has `context` take note of it.
  void skipPlain(Openings openings, ProseContext context) {
    int kind = openings.kindOf(context.last());
    int at = next;
    while (at < size) {
      int before = kind;
      kind = openings.kindOf(text[at]);
      if (Openings.mayBegin(kind, before)) {
        break;
      }
      at++;
    }
    context.takePlain(text, next, at);
    next = at;
  }

  int peek(int ahead) {
    int at = next + ahead;
    return at < size ? text[at] : ended ? END : MORE;
  }

  int peekAt(long position) {
    return peek((int) (position - base) - next);
  }

  /// How many characters are here from the position on.
  int available() {
    return size - next;
  }

  /// Reads the next characters.
  String take(int count) {
    skip(count);
    return new String(text, next - count, count);
  }

  /// Takes the plain characters of a string that stand here: up to its closing quote, a backslash
  /// or a control character.
  void takeText(char close, StringBuilder into) {
    int at = next;
    while (at < size && text[at] != close && text[at] != '\\' && text[at] >= ' ') {
      at++;
    }
    into.append(text, next, at - next);
    next = at;
  }

  String between(long from, long to) {
    return new String(text, (int) (from - base), (int) (to - from));
  }

  long settledAt() {
    return base + settled;
  }

  /// Takes the text up to `position` out of the window.
  String settle(long position) {
    String part = between(base + settled, position);
    settled = (int) (position - base);
    if (settled > SLACK && settled > size / 2) {
      System.arraycopy(text, settled, text, 0, size - settled);
      size -= settled;
      base += settled;
      next -= settled;
      settled = 0;
    }
    return part;
  }

  /// Moves over white space and marks without width; false if only more text can tell where it
  /// ends.
  boolean skipBlank() {
    while (next < size && isBlank(text[next])) {
      next++;
    }
    return next < size || ended;
  }

  /// The first place from `from` on, counted from the position, where no white space stands; no
  /// further than a constant number of characters.
  int afterBlanks(int from) {
    int at = from;
    while (at < from + LONGEST_GAP && peek(at) >= 0 && isBlank((char) peek(at))) {
      at++;
    }
    return at;
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
