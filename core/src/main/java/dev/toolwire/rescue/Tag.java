package dev.toolwire.rescue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// One tag of any of the dialects that write calls as tagged text: `<parameter=port>`,
/// `</｜DSML｜invoke>`, `<|open|>call tool="x"<|sep|>`, `]<]minimax[>[<port>`.
///
/// @param close whether it is a closing tag
/// @param local the element's name, without the prefix of a dialect
/// @param rest what stands behind the name, such as `=port` or ` name="port"`
/// @param length how many characters it takes
record Tag(boolean close, String local, String rest, int length) {

  /// No tag here.
  static final Tag NONE = new Tag(false, "", "", 0);

  /// More text must tell.
  static final Tag UNDECIDED = new Tag(false, "", "", -1);

  static final String MINIMAX = "]<]minimax[>[";
  private static final String OPEN = "<|open|>";
  private static final String CLOSE = "<|close|>";
  private static final String SEPARATOR = "<|sep|>";
  private static final int LONGEST = 320;
  private static final Set<String> PARAMETERS =
      Set.of("parameter", "param", "argument", "parametername", "paramname");
  private static final String BARS = "｜|‖";

  /// The tag at the window, [#NONE] or [#UNDECIDED].
  static Tag at(Window in) {
    int c = in.peek();
    if (c == ']') {
      int prefix = Starts.literal(in, 0, MINIMAX);
      if (prefix <= 0) {
        return prefix == 0 ? NONE : UNDECIDED;
      }
      return plain(in, MINIMAX.length());
    }
    if (c != '<') {
      return c == Window.MORE ? UNDECIDED : NONE;
    }
    int second = in.peek(1);
    if (second == Window.MORE) {
      return UNDECIDED;
    }
    return second == '|' ? special(in) : plain(in, 0);
  }

  private static Tag special(Window in) {
    int open = Starts.literal(in, 0, OPEN);
    int close = Starts.literal(in, 0, CLOSE);
    if (open > 0) {
      return until(in, OPEN.length(), false);
    }
    if (close > 0) {
      return until(in, CLOSE.length(), true);
    }
    if (open < 0 || close < 0) {
      return UNDECIDED;
    }
    return plain(in, 0);
  }

  /// Kimi's tags end with a marker of their own; where it was eaten, the next tag ends them.
  private static Tag until(Window in, int from, boolean close) {
    StringBuilder content = new StringBuilder();
    for (int i = from; i < LONGEST; i++) {
      int c = in.peek(i);
      if (c == Window.MORE) {
        return UNDECIDED;
      }
      if (c == '<' || c < 0) {
        int end = Starts.literal(in, i, SEPARATOR);
        if (end < 0) {
          return UNDECIDED;
        }
        return of(content.toString(), close, i + (end > 0 ? SEPARATOR.length() : 0));
      }
      content.append((char) c);
    }
    return NONE;
  }

  private static Tag plain(Window in, int from) {
    int at = from + 1;
    if (in.peek(from) != '<') {
      return in.peek(from) == Window.MORE ? UNDECIDED : NONE;
    }
    boolean close = in.peek(at) == '/';
    if (close) {
      at++;
    }
    StringBuilder content = new StringBuilder();
    for (int i = at; i < at + LONGEST; i++) {
      int c = in.peek(i);
      if (c == Window.MORE) {
        return UNDECIDED;
      }
      if (c == '>') {
        return of(content.toString(), close, i + 1);
      }
      if (c < 0 || c == '<' || c == '\n') {
        return unclosed(content.toString(), close, c == '\n' ? i : -1);
      }
      content.append((char) c);
    }
    return NONE;
  }

  /// `<parameter=port` and a line break: the bracket was forgotten.
  private static Tag unclosed(String content, boolean close, int length) {
    boolean telling = content.startsWith("parameter=") || content.startsWith("function=");
    return telling && !close && length > 0 ? of(content, false, length) : NONE;
  }

  private static Tag of(String content, boolean close, int length) {
    String text = withoutDialect(content.strip());
    int end = 0;
    while (end < text.length() && isNamePart(text.charAt(end))) {
      end++;
    }
    String name = text.substring(0, end);
    return new Tag(close, local(name), text.substring(end), length);
  }

  /// Without a dialect's prefix, as in `atem:invoke`, or the suffix that a vocabulary gives its own
  /// tags, as in `arg_key:opensource`.
  private static String local(String name) {
    if (name.equals("toolscall")) {
      return "call";
    }
    int colon = name.indexOf(':');
    if (colon <= 0 || name.startsWith("|")) {
      return name;
    }
    boolean suffixed = name.startsWith("arg_") || name.startsWith("tool_");
    return suffixed ? name.substring(0, colon) : name.substring(colon + 1);
  }

  private static boolean isNamePart(char c) {
    boolean blank = c == '\u0120' || c == '\u010a';
    return !blank && (Texts.isIdentifierPart(c) || c == '-' || c == '.' || c == ':' || c == '|');
  }

  private static String withoutDialect(String content) {
    int at = 0;
    while (at < content.length() && isBarOrBlank(content.charAt(at))) {
      at++;
    }
    if (!content.startsWith("DSML", at)) {
      return content;
    }
    at += 4;
    while (at < content.length() && isBarOrBlank(content.charAt(at))) {
      at++;
    }
    return content.substring(at);
  }

  private static boolean isBarOrBlank(char c) {
    return c == ' ' || BARS.indexOf(c) >= 0;
  }

  /// The name in `<function=tide_at>`, `<function name="tide_at">`, `<invoke name="tide_at">` and
  /// their damaged relatives; empty if this tag begins no call, or one whose name comes later.
  String function() {
    if (close) {
      return "";
    }
    if (local.equals("invoke") || local.equals("call")) {
      Map<String, String> given = attributes();
      String name = given.getOrDefault("name", given.getOrDefault("tool", ""));
      return name.isEmpty() && rest.strip().startsWith("=")
          ? unquoted(rest.strip().substring(1))
          : name;
    }
    if (!local.startsWith("function") || local.startsWith("function_call")) {
      return "";
    }
    String named = attributes().getOrDefault("name", "");
    if (!named.isEmpty()) {
      return named;
    }
    String tail = spaced(rest).strip();
    if (local.equals("functionname") && tail.startsWith("=")) {
      return unquoted(tail.substring(1));
    }
    String glued = local.substring("function".length());
    if (!glued.isEmpty()) {
      return glued + tail;
    }
    return unquoted(tail.startsWith("=") ? tail.substring(1) : tail);
  }

  /// The key in `<parameter=port>` or `<parameter name="port">`; empty if it opens no parameter.
  String parameter() {
    if (close || !PARAMETERS.contains(local)) {
      return "";
    }
    Map<String, String> given = attributes();
    String named = given.getOrDefault("name", given.getOrDefault("key", ""));
    if (!named.isEmpty()) {
      return named;
    }
    String tail = spaced(rest).strip();
    return unquoted(tail.startsWith("=") ? tail.substring(1) : tail);
  }

  /// The attributes, as in `name="port" string="true"`.
  Map<String, String> attributes() {
    Map<String, String> attributes = new LinkedHashMap<>();
    String text = spaced(rest);
    int at = 0;
    while (at < text.length()) {
      int equals = text.indexOf('=', at);
      if (equals < 0) {
        break;
      }
      String key = text.substring(at, equals).strip();
      int from = equals + 1;
      while (from < text.length() && text.charAt(from) == ' ') {
        from++;
      }
      int end;
      if (from < text.length() && (text.charAt(from) == '"' || text.charAt(from) == '\'')) {
        end = text.indexOf(text.charAt(from), from + 1);
        end = end < 0 ? text.length() : end + 1;
      } else {
        end = text.indexOf(' ', from);
        end = end < 0 ? text.length() : end;
      }
      attributes.putIfAbsent(key, unquoted(text.substring(from, end)));
      at = end;
    }
    return attributes;
  }

  /// With blanks for the `Ġ` that a tokenizer may leave in their place.
  private static String spaced(String text) {
    return text.replace('\u0120', ' ').replace('\u010a', ' ');
  }

  private static String unquoted(String text) {
    String plain = text.strip();
    if (plain.endsWith("/")) {
      plain = plain.substring(0, plain.length() - 1).strip();
    }
    boolean quoted =
        plain.length() > 1
            && (plain.charAt(0) == '"' || plain.charAt(0) == '\'')
            && plain.charAt(plain.length() - 1) == plain.charAt(0);
    return (quoted ? plain.substring(1, plain.length() - 1) : plain)
        .replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }

  /// Whether more text must tell.
  boolean isUndecided() {
    return length < 0;
  }

  boolean selfClosing() {
    return !close && rest.endsWith("/");
  }
}
