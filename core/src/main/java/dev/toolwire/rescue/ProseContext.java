package dev.toolwire.rescue;

/// What has been said so far, as far as it matters for what comes next: whether anything was, what
/// the current line looks like, and how the last words sound.
final class ProseContext {

  /// How many characters are remembered, a power of two.
  private static final int MEMORY = 256;

  private static final int LONGEST_ROLE = 16;
  private static final String OPENING_QUOTES = "“„‘‚«‹「『";

  private final char[] memory = new char[MEMORY];
  private int remembered;
  private boolean blank = true;
  private boolean lineStart = true;
  private boolean quotation;
  private int ticks;
  private int indent;
  private char last = '\n';

  /// Takes text that begins nothing: without line breaks and backticks.
  void takePlain(char[] text, int from, int to) {
    int at = from;
    while (at < to && (lineStart || blank)) {
      take(text[at++]);
    }
    if (at == to) {
      return;
    }
    last = text[to - 1];
    int start = Math.max(at, to - MEMORY);
    remembered += start - at;
    int slot = remembered & (MEMORY - 1);
    int first = Math.min(to - start, MEMORY - slot);
    System.arraycopy(text, start, memory, slot, first);
    System.arraycopy(text, start + first, memory, 0, to - start - first);
    remembered += to - start;
  }

  /// What was said last; a line break at the beginning.
  char last() {
    return last;
  }

  void take(char c) {
    if (c == '\n') {
      lineStart = true;
      quotation = false;
      ticks = 0;
      indent = 0;
    } else if (!Window.isBlank(c)) {
      if (c == '>' && lineStart && indent < 4) {
        quotation = true;
      }
      if (c == '`') {
        ticks++;
      }
      blank = false;
      boolean mark =
          lineStart && (c == '-' || c == '*' || c == '•' || c == '#' || c == '>' || c == '_');
      lineStart = mark;
    } else if (lineStart) {
      indent++;
    }
    last = c;
    memory[remembered++ & (MEMORY - 1)] = c;
  }

  void take(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      take(text.charAt(i));
    }
  }

  /// Forgets what was said: it was a thought.
  void beginAnew() {
    blank = true;
    lineStart = true;
    quotation = false;
    ticks = 0;
    indent = 0;
    last = '\n';
    remembered = 0;
  }

  /// Takes a marker that says nothing.
  void takeNoise() {
    last = ' ';
  }

  /// Takes a call, which ends a line for whatever comes behind it.
  void takeCall() {
    blank = false;
    lineStart = false;
    quotation = false;
    ticks = 0;
    last = ' ';
    remembered = 0;
  }

  /// Whether nothing was said, but perhaps the role that a server left in front.
  boolean isBlank() {
    return blank || isRole();
  }

  private boolean isRole() {
    if (remembered > LONGEST_ROLE) {
      return false;
    }
    String said = new String(memory, 0, remembered).strip();
    return said.equals("assistant") || said.equals("assistant:");
  }

  boolean isLineStart() {
    return lineStart;
  }

  int indent() {
    return indent;
  }

  boolean isWordBefore() {
    return isWordPart(last);
  }

  /// Whether no word begins behind `c`.
  static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '$';
  }

  /// Whether a value of data could begin here, rather than an index or a macro.
  boolean mayBeginValue() {
    boolean apart = Window.isBlank(last) || last == ':' || last == '*' || last == '-' || last > 127;
    return apart && !isQuoted();
  }

  boolean isQuoted() {
    return quotation
        || ticks % 2 == 1
        || last == '"'
        || last == '\''
        || last == '`'
        || OPENING_QUOTES.indexOf(last) >= 0;
  }

  /// Whether the words before present what follows as an illustration.
  boolean isExample() {
    return Introduction.isExample(lastLine());
  }

  /// Whether the words before talk about calls.
  boolean isExplanation() {
    return Introduction.isExplanation(lastLine());
  }

  /// The last line with something in it, as far as it is remembered, in lower case.
  private String lastLine() {
    int end = remembered;
    int oldest = Math.max(0, remembered - MEMORY);
    while (end > oldest && Window.isBlank(memory[(end - 1) & (MEMORY - 1)])) {
      end--;
    }
    int from = end;
    while (from > oldest && memory[(from - 1) & (MEMORY - 1)] != '\n') {
      from--;
    }
    StringBuilder line = new StringBuilder(end - from);
    for (int i = from; i < end; i++) {
      line.append(Character.toLowerCase(memory[i & (MEMORY - 1)]));
    }
    return line.toString();
  }
}
