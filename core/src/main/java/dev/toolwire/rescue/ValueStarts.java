package dev.toolwire.rescue;

import java.util.HashSet;
import java.util.Set;

/// Whether a value that has no marker may be a call, which its first characters tell.
final class ValueStarts {

  private static final int LONGEST_GAP = 64;

  private final RescueTools tools;
  private final Window in;

  ValueStarts(RescueTools tools, Window in) {
    this.tools = tools;
    this.in = in;
  }

  /// An object whose first key says that it may be a call.
  Starts.Start brace(int from) {
    int at = in.afterBlanks(from + 1);
    int quote = in.peek(at);
    if (quote == Window.MORE) {
      return Starts.WAIT;
    }
    if (quote != '"' && quote != '\'' && quote != '“') {
      return Starts.NONE;
    }
    StringBuilder key = new StringBuilder();
    int end = at + 1;
    int close = quote == '“' ? '”' : quote;
    while (end < at + RescueTools.LONGEST_NAME && in.peek(end) >= 0 && in.peek(end) != close) {
      key.append((char) in.peek(end));
      end++;
    }
    if (in.peek(end) == Window.MORE) {
      return Starts.WAIT;
    }
    int colon = in.afterBlanks(end + 1);
    if (in.peek(colon) == Window.MORE) {
      return Starts.WAIT;
    }
    if (in.peek(end) != close || in.peek(colon) != ':') {
      return Starts.NONE;
    }
    boolean telling =
        FIRST_KEYS.contains(Names.unescaped(key.toString())) || tools.find(key.toString()) != null;
    return telling
        ? Starts.body(0, Formats.BARE)
        : new Starts.Start(true, false, 0, Formats.BARE, false, (char) 0, true, false);
  }

  private static final Set<String> FIRST_KEYS = firstKeys();

  private static Set<String> firstKeys() {
    Set<String> keys = new HashSet<>(CallShapes.NAMES);
    keys.addAll(CallShapes.ARGUMENTS);
    keys.addAll(CallShapes.WRAPPERS);
    keys.addAll(CallShapes.BESIDE);
    keys.addAll(CallShapes.BESIDE_WRAPPER);
    keys.addAll(CallShapes.IDS);
    return Set.copyOf(keys);
  }

  /// A list of Python calls, or an array of objects.
  Starts.Start bracket() {
    int at = in.afterBlanks(1);
    int c = in.peek(at);
    if (c == Window.MORE) {
      return Starts.WAIT;
    }
    if (c == '{') {
      return brace(at);
    }
    boolean quote = c == '"' || c == '\'';
    int name = quote ? at + 1 : at;
    int end = name;
    while (end < name + RescueTools.LONGEST_NAME && Texts.isNamePart(in.peek(end))) {
      end++;
    }
    if (in.peek(end) == Window.MORE) {
      return Starts.WAIT;
    }
    int open = in.peek(end) == c && quote ? end + 1 : end;
    while (in.peek(open) == ' ' && open < end + LONGEST_GAP) {
      open++;
    }
    if (in.peek(open) == Window.MORE) {
      return Starts.WAIT;
    }
    if (in.peek(open) != '(' || end == name) {
      return Starts.NONE;
    }
    String written = in.between(in.position() + name, in.position() + end);
    return tools.find(written) != null ? Starts.body(0, Formats.BARE_PYTHON) : Starts.NONE;
  }
}
