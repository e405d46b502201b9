package dev.toolwire.rescue;

import java.util.Set;

/// Reads one string behind its opening quote: JSON's, Python's, or one that is a little of both.
final class QuotedText {

  private static final int HEX_DIGITS = 4;

  /// What a quote must be followed by to be a closing one.
  enum Place {
    KEY,
    MEMBER,
    /// A member whose own key, and so perhaps the next one, has no quotes.
    BARE_MEMBER,
    ITEM,
    /// An argument of a Python call.
    ARGUMENT;

    /// The place of a value.
    ///
    /// @param bareKeys whether keys have no quotes here
    static Place of(Containers around, boolean bareKeys) {
      if (around.isEmpty()) {
        return ARGUMENT;
      }
      return around.inArray() ? ITEM : bareKeys ? BARE_MEMBER : MEMBER;
    }
  }

  private final Quotes quotes;
  private final char close;
  private final boolean python;
  private final Place place;
  private final Set<TextRepair> repairs;
  private final StringBuilder text = new StringBuilder();

  QuotedText(Quotes quotes, boolean python, Place place, Set<TextRepair> repairs) {
    this.quotes = quotes;
    this.close = quotes.close();
    this.python = python;
    this.place = place;
    this.repairs = repairs;
  }

  String text() {
    return text.toString();
  }

  /// The text as far as it has come; it goes on changing.
  CharSequence soFar() {
    return text;
  }

  Answer read(Window in) {
    while (true) {
      in.takeText(close, text);
      int c = in.peek();
      if (c < 0) {
        return in.shortage();
      }
      if (c == '\\') {
        Answer escaped = escape(in);
        if (escaped != Answer.DONE) {
          return escaped;
        }
      } else if (c == close) {
        int length = quotes.triple() ? closesTriple(in) : closes(in);
        if (length < 0) {
          return Answer.MORE;
        }
        if (length > 0) {
          in.skip(length);
          return Answer.DONE;
        }
        text.append((char) c);
        in.skip(1);
      } else {
        if (c < ' ' && !quotes.triple()) {
          repairs.add(TextRepair.RAW_CONTROL);
        }
        text.append((char) c);
        in.skip(1);
      }
    }
  }

  private int closesTriple(Window in) {
    for (int i = 1; i < 3; i++) {
      int c = in.peek(i);
      if (c == Window.MORE) {
        return -1;
      }
      if (c != close) {
        return 0;
      }
    }
    return 3;
  }

  /// How long the closing quote here is: 0 if it is part of the text, -1 if more text must tell.
  private int closes(Window in) {
    int ahead = in.afterBlanks(1);
    int c = in.peek(ahead);
    if (c == Window.MORE) {
      return -1;
    }
    if (c == Window.END || python) {
      return 1;
    }
    if (place == Place.KEY || place == Place.ARGUMENT) {
      return 1;
    }
    int inside = endsHere(in, c, ahead);
    if (inside == 0) {
      repairs.add(TextRepair.UNESCAPED_QUOTES);
    }
    return inside;
  }

  private int endsHere(Window in, int c, int ahead) {
    return switch (place) {
      case MEMBER -> c == '}' ? 1 : c == ',' ? nextMember(in, ahead + 1) : orComment(c);
      case BARE_MEMBER -> c == '}' || c == ',' ? 1 : orComment(c);
      case ITEM -> c == ']' || c == ',' ? 1 : orComment(c);
      case KEY, ARGUMENT -> 1;
    };
  }

  /// A value may also be followed by a comment, or by a marker where its braces are missing.
  private static int orComment(int c) {
    return c == '/' || c == '#' || c == '<' || c == ']' ? 1 : 0;
  }

  private static int nextMember(Window in, int from) {
    int c = in.peek(in.afterBlanks(from));
    if (c == Window.MORE) {
      return -1;
    }
    return c < 0 || c == '"' || c == '\'' || c == '}' || c == '/' || c == '#' || c == '“' ? 1 : 0;
  }

  private Answer escape(Window in) {
    int c = in.peek(1);
    if (c < 0) {
      return in.shortage();
    }
    if (quotes.raw()) {
      text.append('\\').append((char) c);
      in.skip(2);
      return Answer.DONE;
    }
    if (c == 'u') {
      return hex(in, HEX_DIGITS);
    }
    if (c == 'x' && python) {
      return hex(in, 2);
    }
    switch (c) {
      case '"', '\\', '/' -> text.append((char) c);
      case 'b' -> text.append('\b');
      case 'f' -> text.append('\f');
      case 'n' -> text.append('\n');
      case 'r' -> text.append('\r');
      case 't' -> text.append('\t');
      case '\'' -> {
        text.append('\'');
        if (!python) {
          repairs.add(TextRepair.ODD_ESCAPE);
        }
      }
      case '\n' -> {
        if (!python) {
          text.append('\n');
          repairs.add(TextRepair.ODD_ESCAPE);
        }
      }
      default -> {
        text.append('\\').append((char) c);
        repairs.add(TextRepair.ODD_ESCAPE);
      }
    }
    in.skip(2);
    return Answer.DONE;
  }

  private Answer hex(Window in, int digits) {
    int value = 0;
    for (int i = 0; i < digits; i++) {
      int c = in.peek(2 + i);
      if (c < 0) {
        return in.shortage();
      }
      int digit = c < 0x80 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        text.append('\\').append((char) in.peek(1));
        repairs.add(TextRepair.ODD_ESCAPE);
        in.skip(2);
        return Answer.DONE;
      }
      value = value << 4 | digit;
    }
    text.append((char) value);
    in.skip(2 + digits);
    return Answer.DONE;
  }
}
