package dev.toolwire.rescue;

import java.util.Set;

/// The quotation marks that open a string.
///
/// @param close the character that closes it
/// @param triple whether three of them do
/// @param raw whether a backslash in it is a backslash
/// @param length how many characters open it; 0 if none do, negative if more text must tell
record Quotes(char close, boolean triple, boolean raw, int length) {

  private static final Quotes NONE = new Quotes('"', false, false, 0);
  private static final Quotes UNDECIDED = new Quotes('"', false, false, -1);

  /// The plain ones of JSON.
  static final Quotes JSON = new Quotes('"', false, false, 1);

  /// What the character `c` at the window opens.
  static Quotes at(Window in, char c, boolean python) {
    int prefix = 0;
    if (python && (c == 'r' || c == 'R' || c == 'b' || c == 'u')) {
      int next = in.peek(1);
      if (next == Window.MORE) {
        return UNDECIDED;
      }
      prefix = next == '"' || next == '\'' ? 1 : 0;
    }
    int quote = prefix == 0 ? c : in.peek(prefix);
    if (quote != '"' && quote != '\'' && quote != '“' && quote != '”') {
      return NONE;
    }
    boolean triple = false;
    if (python) {
      int second = in.peek(prefix + 1);
      int third = in.peek(prefix + 2);
      if (second == Window.MORE || (second == quote && third == Window.MORE)) {
        return UNDECIDED;
      }
      triple = second == quote && third == quote;
    }
    boolean raw = prefix > 0 && (c == 'r' || c == 'R');
    char close = quote == '“' ? '”' : (char) quote;
    return new Quotes(close, triple, raw, prefix + (triple ? 3 : 1));
  }

  /// Notes what is unusual about them.
  void note(Set<TextRepair> repairs, boolean python) {
    if (close == '”') {
      repairs.add(TextRepair.SMART_QUOTES);
    } else if (close == '\'' && !python) {
      repairs.add(TextRepair.PYTHON_NOTATION);
    }
  }
}
