package dev.toolwire.json;

/// Reads the characters between two quotes, for member names and string values alike ([RFC 8259
/// section 7](https://www.rfc-editor.org/rfc/rfc8259#section-7)). Lone surrogates are taken as
/// Jackson takes them: in a value they pass, in a name those that are escaped do not.
final class StringLexer {
  private enum State {
    PLAIN,
    ESCAPE,
    HEX,
    CLOSED
  }

  private static final int HEX_DIGITS = 4;

  private StringBuilder text = new StringBuilder();
  private State state = State.CLOSED;
  private boolean name;
  private boolean halfPair;
  private int hexValue;
  private int hexCount;

  /// Begins a value, after its opening quote.
  void openValue() {
    open(false);
  }

  /// Begins a member name, after its opening quote.
  void openName() {
    open(true);
  }

  private void open(boolean isName) {
    text.setLength(0);
    state = State.PLAIN;
    name = isName;
    halfPair = false;
  }

  /// Reads from `at` to the closing quote or to `to`, and returns the index after the last
  /// character read.
  int take(char[] chars, int at, int to) throws JsonFault {
    int next = at;
    while (next < to && state != State.CLOSED) {
      next =
          switch (state) {
            case PLAIN -> plain(chars, next, to);
            case ESCAPE -> escape(chars, next);
            case HEX -> hex(chars, next);
            case CLOSED -> next;
          };
    }
    return next;
  }

  private int plain(char[] chars, int at, int to) throws JsonFault {
    requirePartner(chars[at] == '\\' || !halfPair, at);
    int end = at;
    while (end < to && chars[end] != '"' && chars[end] != '\\' && chars[end] >= ' ') {
      end++;
    }
    requireRoom(end - at, end);
    text.append(chars, at, end - at);
    if (end == to) {
      return end;
    }
    state =
        switch (chars[end]) {
          case '"' -> State.CLOSED;
          case '\\' -> State.ESCAPE;
          default ->
              throw JsonFault.unexpected(
                  chars[end], end, "control characters in a string to be escaped");
        };
    return end + 1;
  }

  private int escape(char[] chars, int at) throws JsonFault {
    requirePartner(chars[at] == 'u' || !halfPair, at);
    switch (chars[at]) {
      case '"', '\\', '/' -> add(chars[at], at);
      case 'b' -> add('\b', at);
      case 'f' -> add('\f', at);
      case 'n' -> add('\n', at);
      case 'r' -> add('\r', at);
      case 't' -> add('\t', at);
      case 'u' -> {
        state = State.HEX;
        hexValue = 0;
        hexCount = 0;
      }
      default -> throw JsonFault.unexpected(chars[at], at, "one of \"\\/bfnrtu after a backslash");
    }
    return at + 1;
  }

  private int hex(char[] chars, int at) throws JsonFault {
    char c = chars[at];
    int digit = c < 0x80 ? Character.digit(c, 16) : -1;
    if (digit < 0) {
      throw JsonFault.unexpected(c, at, "four hexadecimal digits after \\u");
    }
    hexValue = hexValue << 4 | digit;
    hexCount++;
    if (hexCount == HEX_DIGITS) {
      char unescaped = (char) hexValue;
      requirePartner(Character.isLowSurrogate(unescaped) == halfPair, at);
      halfPair = name && Character.isHighSurrogate(unescaped);
      add(unescaped, at);
    }
    return at + 1;
  }

  private void add(char unescaped, int at) throws JsonFault {
    requireRoom(1, at + 1);
    text.append(unescaped);
    state = State.PLAIN;
  }

  private void requirePartner(boolean met, int at) throws JsonFault {
    if (name && !met) {
      throw new JsonFault("a member name has half a surrogate pair as an escape", at);
    }
  }

  /// Refuses `count` characters, the last of which stands before `end`, if they make a name too
  /// long.
  private void requireRoom(int count, int end) throws JsonFault {
    int excess = text.length() + count - JsonLimits.NAME_LENGTH;
    if (name && excess > 0) {
      throw new JsonFault(
          "a member name is longer than " + JsonLimits.NAME_LENGTH + " characters", end - excess);
    }
  }

  boolean isClosed() {
    return state == State.CLOSED;
  }

  /// What has been read. Only ever appended to until the string.
  StringBuilder text() {
    return text;
  }

  /// How much of the text may be shown: all, but for a first half of a surrogate pair at its end.
  int showable() {
    int length = text.length();
    return length > 0 && Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
  }

  /// Leaves the text to those who were shown it; the next string gets another.
  void leaveText() {
    text = new StringBuilder();
  }
}
