package dev.toolwire.rescue;

import dev.toolwire.rescue.Format.Trait;
import dev.toolwire.rescue.Opening.Role;
import java.util.Locale;

/// Whether something begins where a literal was found, which for some takes a look at what follows.
/// No look goes further than a constant number of characters.
final class Starts {

  /// What begins.
  ///
  /// @param length how many characters are behind it when it is read on
  /// @param isBody whether a body begins right there
  /// @param fence what the fence is made of that begins, or 0
  /// @param isData whether it is a value or a fence in which no call can be
  /// @param ownLine whether what follows begins a line of its own
  record Start(
      boolean isHere,
      boolean undecided,
      int length,
      Format format,
      boolean isBody,
      char fence,
      boolean isData,
      boolean ownLine) {}

  static final Start NONE = new Start(false, false, 0, Formats.BARE, false, (char) 0, false, false);
  static final Start WAIT = new Start(false, true, 0, Formats.BARE, false, (char) 0, false, false);
  static final long UNDECIDED = -1;
  static final long ABSENT = -2;

  private static final int LONGEST_GAP = 64;
  private static final int LONGEST_HEADER = 256;

  private final RescueTools tools;
  private final ProseContext context;
  private final Window in;
  private final ValueStarts values;
  private long searched;

  Starts(RescueTools tools, ProseContext context, Window in) {
    this.tools = tools;
    this.context = context;
    this.in = in;
    this.values = new ValueStarts(tools, in);
  }

  private static Start here(int length, Format format) {
    return new Start(true, false, length, format, false, (char) 0, false, false);
  }

  static Start body(int length, Format format) {
    return new Start(true, false, length, format, true, (char) 0, false, false);
  }

  Start at(Opening opening, int length) {
    boolean inLine = !context.isLineStart() && opening.role() != Role.LABEL;
    if ((opening.needsLineStart() && inLine) || (opening.isWord() && context.isWordBefore())) {
      return NONE;
    }
    return switch (opening.role()) {
      case CALL -> call(opening, length);
      case BODY -> body(0, opening.format());
      case LABEL -> label(length);
      case TOOL_NAME -> toolName(length);
      case TOOL_TAG -> toolTag(opening, length);
      case FENCE -> fence();
      case BRACE -> context.mayBeginValue() ? values.brace(0) : NONE;
      case BRACKET -> context.mayBeginValue() ? values.bracket() : NONE;
      case HARMONY -> harmony();
      case THINKING -> context.isQuoted() ? NONE : here(length, opening.format());
      case ESCAPED, THINKING_END, NOISE, OBSERVATION -> here(length, opening.format());
    };
  }

  private Start call(Opening opening, int length) {
    if (!opening.format().has(Trait.BODY_AT_ONCE)) {
      return here(length, opening.format());
    }
    int at = in.afterBlanks(length);
    int c = in.peek(at);
    if (c == Window.MORE) {
      return WAIT;
    }
    if (opening.format().equals(Formats.PAIR)) {
      return c == '[' && at == length ? body(length, Formats.PAIR) : NONE;
    }
    return c == '[' || c == '{' ? here(length, opening.format()) : NONE;
  }

  /// `Tool Call:` and a body, with whatever emphasis around the words.
  private Start label(int length) {
    int at = length;
    boolean separated = false;
    boolean ownLine = context.isLineStart();
    while (at < length + LONGEST_GAP) {
      int c = in.peek(at);
      if (c == Window.MORE) {
        return WAIT;
      }
      if (c == ':' || c == '-' || c == '：') {
        separated = true;
      } else if (c == '\n') {
        ownLine = true;
      } else if (c < 0 || !isEmphasis((char) c)) {
        break;
      }
      at++;
    }
    int c = in.peek(at);
    if (!separated) {
      return NONE;
    }
    if (c == '[' || c == '{') {
      return new Start(true, false, at, Formats.LABEL, false, (char) 0, false, ownLine);
    }
    if (!context.isLineStart()) {
      return NONE;
    }
    Literals.Match<Opening> tool = tools.openings().markerAt(in, at);
    if (tool.undecided()) {
      return WAIT;
    }
    boolean call = tool.value() != null && tool.value().role() == Role.TOOL_NAME;
    return c == '`' || call ? here(at, Formats.LABEL) : NONE;
  }

  private static boolean isEmphasis(char c) {
    return c == '*' || c == '_' || c == '#' || Window.isBlank(c);
  }

  /// A declared name at the beginning of a line, with arguments behind it.
  private Start toolName(int length) {
    if (context.indent() > 0 && !context.isBlank()) {
      return NONE;
    }
    int at = length;
    if (in.peek(length - 1) == '(') {
      return body(0, Formats.BARE);
    }
    if (in.peek(at) == ':') {
      at++;
      while (at < length + LONGEST_GAP && in.peek(at) >= '0' && in.peek(at) <= '9') {
        at++;
      }
    }
    int next = in.peek(at);
    if (next == Window.MORE) {
      return WAIT;
    }
    at = in.afterBlanks(at);
    int c = in.peek(at);
    if (c == Window.MORE) {
      return WAIT;
    }
    if (c == '(') {
      return at > length + 1 ? NONE : body(0, Formats.BARE);
    }
    for (String marker :
        new String[] {
          "[ARGS]", "[CALL_ID]", "```json", "<｜tool▁sep｜>", "<|tool_call_argument_begin|>"
        }) {
      int found = literal(in, at, marker);
      if (found != 0) {
        return found < 0 ? WAIT : body(0, Formats.BARE_HEADER);
      }
    }
    return c == '{' ? body(0, Formats.BARE_HEADER) : NONE;
  }

  private Start toolTag(Opening opening, int length) {
    if (context.isWordBefore() || context.isQuoted()) {
      return NONE;
    }
    int at = in.afterBlanks(length);
    int c = in.peek(at);
    if (c == Window.MORE) {
      return WAIT;
    }
    return c == '<' || Texts.isIdentifierPart(c) ? here(length, opening.format()) : NONE;
  }

  /// A fence and the rest of its line.
  private Start fence() {
    char mark = (char) in.peek();
    int at = 0;
    while (at < LONGEST_GAP && in.peek(at) == mark) {
      at++;
    }
    StringBuilder word = new StringBuilder();
    while (at < LONGEST_GAP && in.peek(at) >= 0 && in.peek(at) != '\n') {
      int c = in.peek(at);
      if (c == mark) {
        return NONE;
      }
      if ((c == '{' || c == '[') && !word.toString().isBlank()) {
        break;
      }
      word.append((char) c);
      at++;
    }
    int c = in.peek(at);
    if (c == Window.MORE) {
      return WAIT;
    }
    if (c < 0 || at == LONGEST_GAP) {
      return NONE;
    }
    String language = word.toString().strip().toLowerCase(Locale.ROOT);
    if (Formats.RESULT_FENCES.contains(language)) {
      return new Start(true, false, at, Formats.FENCE, false, mark, true, false);
    }
    Format format =
        switch (language) {
          case "tool_code", "tool_call" -> Formats.FENCE_TELLING;
          case "tools",
              "tool",
              "function",
              "functions",
              "function_call",
              "tool_calls",
              "function_calls",
              "tool_use" ->
              Formats.FENCE_NAMED;
          default -> Formats.FENCE;
        };
    return new Start(true, false, at, format, false, mark, false, false);
  }

  private Start harmony() {
    for (int at = 0; at < LONGEST_HEADER; at++) {
      int c = in.peek(at);
      if (c == Window.MORE) {
        return WAIT;
      }
      if (c < 0 || c == '{') {
        return NONE;
      }
      if (c == '<') {
        int message = literal(in, at, "<|message|>");
        if (message != 0) {
          return message < 0 ? WAIT : here(at + "<|message|>".length(), Formats.HARMONY);
        }
      }
    }
    return NONE;
  }

  /// 1 if `literal` stands at the window, 0 if not, -1 if more text must tell.
  static int literal(Window in, String literal) {
    return literal(in, 0, literal);
  }

  static int literal(Window in, int from, String literal) {
    for (int i = 0; i < literal.length(); i++) {
      int c = in.peek(from + i);
      if (c == Window.MORE) {
        return -1;
      }
      if (c != literal.charAt(i)) {
        return 0;
      }
    }
    return 1;
  }

  /// Where `literal` ends that begins at `from` or later; each character is looked at once.
  long find(String literal, long from, int limit) {
    searched = Math.max(searched, from);
    while (searched < from + limit) {
      int c = in.peekAt(searched);
      if (c < 0) {
        return c == Window.MORE ? UNDECIDED : ABSENT;
      }
      if (c == '&') {
        int here = literal(in, (int) (searched - in.position()), literal);
        if (here != 0) {
          return here < 0 ? UNDECIDED : searched + literal.length();
        }
      }
      searched++;
    }
    return ABSENT;
  }
}
