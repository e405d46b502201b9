package dev.toolwire.rescue;

/// Finds the end of an expression without understanding it: the comma or bracket that is outside of
/// all its own brackets and quotes.
final class BalancedText {

  private int depth;
  private char quote;

  void begin(int openBrackets) {
    depth = openBrackets;
    quote = 0;
  }

  /// Stands before the comma or the closing bracket when done.
  Answer read(Window in) {
    while (true) {
      int c = in.peek();
      if (c < 0) {
        return in.shortage();
      }
      if (quote != 0) {
        if (c == '\\' && in.peek(1) == Window.MORE) {
          return Answer.MORE;
        }
        in.skip(c == '\\' && in.peek(1) >= 0 ? 2 : 1);
        quote = c == quote ? 0 : quote;
        continue;
      }
      if (depth == 0 && (c == ',' || c == ')' || c == ']' || c == '}')) {
        return c == ',' || c == ')' ? Answer.DONE : Answer.REFUSED;
      }
      switch (c) {
        case '"', '\'' -> quote = (char) c;
        case '(', '[', '{' -> depth++;
        case ')', ']', '}' -> depth--;
        default -> {}
      }
      in.skip(1);
    }
  }
}
