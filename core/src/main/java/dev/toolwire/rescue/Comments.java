package dev.toolwire.rescue;

import java.util.Set;

/// Passes over the comments that models leave in values: `# …`, `// …` and `/* … */`.
final class Comments {

  /// What ends the comment: a line break, a star and a slash, or nothing if none is open.
  private char kind;

  boolean isOpen() {
    return kind != 0;
  }

  /// Begins the comment that stands here, if one does.
  Answer begin(Window in, Set<TextRepair> repairs) {
    if (in.peek() == '#') {
      kind = '#';
      in.skip(1);
    } else {
      int next = in.peek(1);
      if (next == Window.MORE) {
        return Answer.MORE;
      }
      if (next != '/' && next != '*') {
        return Answer.REFUSED;
      }
      kind = (char) next;
      in.skip(2);
    }
    repairs.add(TextRepair.COMMENTS);
    return Answer.ON;
  }

  Answer read(Window in) {
    int c = in.peek();
    if (c < 0) {
      return in.shortage();
    }
    if (kind == '*') {
      int next = in.peek(1);
      if (c == '*' && next == Window.MORE) {
        return Answer.MORE;
      }
      if (c == '*' && next == '/') {
        in.skip(1);
        kind = 0;
      }
    } else if (c == '\n') {
      kind = 0;
    }
    in.skip(1);
    return Answer.ON;
  }
}
