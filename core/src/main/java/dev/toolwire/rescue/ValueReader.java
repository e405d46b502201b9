package dev.toolwire.rescue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Reads one value while it arrives: JSON, or what models write in its place, or a Python literal.
///
/// What is not strictly JSON is noted as a [TextRepair]. The reader stops behind the value's last
/// character, or before the character that ends a number or a word. It never recurses.
final class ValueReader {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int LONGEST_WORD = 1000;

  private enum Expect {
    VALUE,
    KEY_OR_END,
    COLON,
    ITEM_OR_END,
    COMMA_OR_END,
    NOTHING
  }

  /// A container that is open. A Python tuple is an array with another bracket.
  private static final class Open {
    private final @Nullable ObjectNode object;
    private final @Nullable ArrayNode array;
    private final char close;
    private String key = "";

    private Open(@Nullable ObjectNode object, @Nullable ArrayNode array, char close) {
      this.object = object;
      this.array = array;
      this.close = close;
    }
  }

  private final boolean python;
  private final int depth;
  private final Set<TextRepair> repairs = EnumSet.noneOf(TextRepair.class);
  private final Deque<Open> open = new ArrayDeque<>();
  private Expect expect = Expect.VALUE;
  private JsonNode value = MissingNode.getInstance();
  private @Nullable QuotedText quoted;
  private @Nullable StringBuilder word;
  private @Nullable String concatenated;
  private char comment;
  private boolean comma;
  private @Nullable JsonNode last;

  ValueReader(boolean python, int depth) {
    this.python = python;
    this.depth = depth;
  }

  JsonNode value() {
    return value;
  }

  /// How many brackets are open where the reader stands.
  int openBrackets() {
    return open.size();
  }

  Set<TextRepair> repairs() {
    return repairs;
  }

  Answer read(Window in) {
    Answer answer = step(in);
    while (answer == Answer.ON) {
      answer = step(in);
    }
    return answer;
  }

  private boolean isIdle() {
    return quoted == null && word == null && concatenated == null && comment == 0;
  }

  private Answer step(Window in) {
    if (quoted != null) {
      return string(in, quoted);
    }
    if (comment != 0) {
      return comment(in);
    }
    if (word != null) {
      return word(in, word);
    }
    if (expect == Expect.NOTHING && concatenated == null) {
      return Answer.DONE;
    }
    int c = in.peek();
    if (c >= 0 && Window.isBlank((char) c)) {
      in.skip(1);
      return Answer.ON;
    }
    if (concatenated != null) {
      return concatenation(in, c, concatenated);
    }
    return c < 0 ? in.shortage() : token(in, (char) c);
  }

  private Answer token(Window in, char c) {
    if (c == '#' || c == '/') {
      return open.isEmpty() ? Answer.REFUSED : commentStart(in, c);
    }
    return switch (expect) {
      case VALUE -> valueStart(in, c);
      case ITEM_OR_END -> c == innermost().close ? closeContainer(in) : valueStart(in, c);
      case KEY_OR_END -> c == '}' ? closeContainer(in) : keyStart(in, c);
      case COLON -> colon(in, c);
      case COMMA_OR_END -> commaOrEnd(in, c);
      case NOTHING -> Answer.DONE;
    };
  }

  private Open innermost() {
    return open.getLast();
  }

  private Answer valueStart(Window in, char c) {
    comma = false;
    switch (c) {
      case '{' -> {
        return openContainer(in, new Open(NODES.objectNode(), null, '}'), Expect.KEY_OR_END);
      }
      case '[' -> {
        return openContainer(in, new Open(null, NODES.arrayNode(), ']'), Expect.ITEM_OR_END);
      }
      case '(' -> {
        return python
            ? openContainer(in, new Open(null, NODES.arrayNode(), ')'), Expect.ITEM_OR_END)
            : Answer.REFUSED;
      }
      default -> {
        int quote = openQuote(in, c);
        if (quote != 0) {
          return quote < 0 ? Answer.MORE : Answer.ON;
        }
      }
    }
    if (isWordPart(c)) {
      word = new StringBuilder();
      return Answer.ON;
    }
    return Answer.REFUSED;
  }

  /// 1 if a string began, 0 if none does here, -1 if more text must tell.
  private int openQuote(Window in, char c) {
    boolean raw = false;
    int at = 0;
    if (python && (c == 'r' || c == 'R' || c == 'b' || c == 'u')) {
      int next = in.peek(1);
      if (next == Window.MORE) {
        return -1;
      }
      if (next == '"' || next == '\'') {
        raw = c == 'r' || c == 'R';
        at = 1;
      }
    }
    int quote = at == 0 ? c : in.peek(at);
    char close;
    switch (quote) {
      case '"' -> close = '"';
      case '\'' -> {
        close = '\'';
        if (!python) {
          repairs.add(TextRepair.PYTHON_NOTATION);
        }
      }
      case '“', '”' -> {
        close = '”';
        repairs.add(TextRepair.SMART_QUOTES);
      }
      default -> {
        return 0;
      }
    }
    boolean triple = false;
    if (python) {
      int second = in.peek(at + 1);
      int third = in.peek(at + 2);
      if (second == Window.MORE || (second == quote && third == Window.MORE)) {
        return -1;
      }
      triple = second == quote && third == quote;
    }
    in.skip(at + (triple ? 3 : 1));
    quoted = new QuotedText(close, triple, raw, python, place(), repairs);
    return 1;
  }

  private QuotedText.Place place() {
    if (expect == Expect.KEY_OR_END) {
      return QuotedText.Place.KEY;
    }
    if (open.isEmpty()) {
      return QuotedText.Place.ARGUMENT;
    }
    if (innermost().array != null) {
      return QuotedText.Place.ITEM;
    }
    return repairs.contains(TextRepair.BARE_KEY)
        ? QuotedText.Place.BARE_MEMBER
        : QuotedText.Place.MEMBER;
  }

  private Answer string(Window in, QuotedText reading) {
    Answer answer = reading.read(in);
    if (answer != Answer.DONE) {
      return answer;
    }
    quoted = null;
    if (expect == Expect.KEY_OR_END) {
      innermost().key = reading.text();
      expect = Expect.COLON;
    } else if (python) {
      concatenated = concatenated == null ? reading.text() : concatenated + reading.text();
    } else {
      complete(StringNode.valueOf(reading.text()));
    }
    return Answer.ON;
  }

  /// Python joins strings that stand beside each other.
  private Answer concatenation(Window in, int c, String text) {
    if (c == Window.MORE) {
      return Answer.MORE;
    }
    if (c == '"' || c == '\'') {
      return openQuote(in, (char) c) < 0 ? Answer.MORE : Answer.ON;
    }
    concatenated = null;
    if (expect == Expect.KEY_OR_END) {
      innermost().key = text;
      expect = Expect.COLON;
    } else {
      complete(StringNode.valueOf(text));
    }
    return Answer.ON;
  }

  private Answer keyStart(Window in, char c) {
    if (c == ',' && !comma) {
      repairs.add(TextRepair.COMMAS);
      in.skip(1);
      comma = true;
      return Answer.ON;
    }
    int quote = openQuote(in, c);
    return quote == 0 ? bareKey(in) : quote > 0 ? Answer.ON : Answer.MORE;
  }

  /// A key without quotes, as JavaScript has them.
  private Answer bareKey(Window in) {
    int length = 0;
    while (length < LONGEST_WORD && Texts.isIdentifierPart(in.peek(length))) {
      length++;
    }
    if (in.peek(length) == Window.MORE) {
      return Answer.MORE;
    }
    if (python || length == 0 || length == LONGEST_WORD) {
      return Answer.REFUSED;
    }
    innermost().key = in.between(in.position(), in.position() + length);
    in.skip(length);
    repairs.add(TextRepair.BARE_KEY);
    expect = Expect.COLON;
    return Answer.ON;
  }

  private Answer colon(Window in, int c) {
    if (c != ':') {
      return Answer.REFUSED;
    }
    in.skip(1);
    expect = Expect.VALUE;
    return Answer.ON;
  }

  private Answer commaOrEnd(Window in, char c) {
    Open container = innermost();
    if (c == container.close) {
      return closeContainer(in);
    }
    if (c == ',') {
      in.skip(1);
      comma = true;
      expect = container.object != null ? Expect.KEY_OR_END : Expect.ITEM_OR_END;
      return Answer.ON;
    }
    if (c == '{' && container.array != null && last instanceof ObjectNode) {
      repairs.add(TextRepair.COMMAS);
      expect = Expect.ITEM_OR_END;
      return Answer.ON;
    }
    return Answer.REFUSED;
  }

  private Answer openContainer(Window in, Open container, Expect next) {
    if (open.size() >= depth) {
      return Answer.REFUSED;
    }
    in.skip(1);
    open.add(container);
    expect = next;
    comma = false;
    return Answer.ON;
  }

  private Answer closeContainer(Window in) {
    Open container = open.removeLast();
    if (comma && container.close != ')') {
      if (!python) {
        repairs.add(TextRepair.COMMAS);
      }
      comma = false;
    }
    in.skip(1);
    settle(container.object != null ? container.object : array(container));
    return Answer.ON;
  }

  /// `(1)` is a number in brackets, `(1,)` is a tuple; both are rare enough to be read as one.
  private static ArrayNode array(Open container) {
    return container.array != null ? container.array : NODES.arrayNode();
  }

  private void complete(JsonNode node) {
    settle(node);
  }

  private void settle(JsonNode node) {
    last = node;
    if (open.isEmpty()) {
      value = node;
      expect = Expect.NOTHING;
      return;
    }
    Open container = innermost();
    expect = Expect.COMMA_OR_END;
    if (container.array != null) {
      container.array.add(node);
    } else if (container.object != null) {
      if (container.object.has(container.key)) {
        repairs.add(TextRepair.DUPLICATE_KEY);
      } else {
        container.object.set(container.key, node);
      }
    }
  }

  private Answer word(Window in, StringBuilder reading) {
    int c = in.peek();
    while (c >= 0 && isWordPart((char) c)) {
      if (reading.length() == LONGEST_WORD) {
        return Answer.REFUSED;
      }
      reading.append((char) c);
      in.skip(1);
      c = in.peek();
    }
    if (c == Window.MORE) {
      return Answer.MORE;
    }
    return wordEnded(reading.toString());
  }

  private Answer wordEnded(String text) {
    JsonNode node = Scalars.literal(text);
    if (node == null) {
      node = python ? Scalars.pythonNumber(text) : Scalars.number(text);
    } else if (!python && Scalars.isPython(text)) {
      repairs.add(TextRepair.PYTHON_NOTATION);
    }
    if (node == null) {
      return Answer.REFUSED;
    }
    word = null;
    complete(node);
    return Answer.ON;
  }

  private static boolean isWordPart(char c) {
    boolean digit = c >= '0' && c <= '9';
    boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return digit || letter || c == '_' || c == '-' || c == '+' || c == '.';
  }

  private Answer commentStart(Window in, int c) {
    if (c == '#') {
      comment = '#';
      in.skip(1);
    } else {
      int next = in.peek(1);
      if (next == Window.MORE) {
        return Answer.MORE;
      }
      if (next != '/' && next != '*') {
        return Answer.REFUSED;
      }
      comment = (char) next;
      in.skip(2);
    }
    repairs.add(TextRepair.COMMENTS);
    return Answer.ON;
  }

  private Answer comment(Window in) {
    int c = in.peek();
    if (c < 0) {
      return in.shortage();
    }
    if (comment == '*') {
      int next = in.peek(1);
      if (c == '*' && next == Window.MORE) {
        return Answer.MORE;
      }
      if (c == '*' && next == '/') {
        in.skip(1);
        comment = 0;
      }
    } else if (c == '\n') {
      comment = 0;
    }
    in.skip(1);
    return Answer.ON;
  }

  /// Closes the one brace that is missing where everything before it is complete.
  boolean closeMissingBrace() {
    boolean onlyBrace =
        isIdle()
            && open.size() == 1
            && innermost().object != null
            && expect == Expect.COMMA_OR_END
            && last instanceof ObjectNode;
    if (onlyBrace) {
      repairs.add(TextRepair.MISSING_BRACE);
      Open container = open.removeLast();
      settle(container.object != null ? container.object : NODES.objectNode());
    }
    return onlyBrace;
  }

  /// The members that are complete, where the whole is an object that is still open.
  @Nullable ObjectNode soFar() {
    return open.isEmpty() ? null : open.getFirst().object;
  }

  /// The key of that object whose value is being read.
  String keySoFar() {
    return open.isEmpty() ? "" : open.getFirst().key;
  }
}
