package dev.toolwire.rescue;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Reads one value while it arrives: JSON, or what models write in its place, or a Python literal.
///
/// What is not strictly JSON is noted as a [TextRepair]. The reader stops behind the value's last
/// character, or before the character that ends a number or a word. It never recurses.
final class ValueReader implements StepReader {

  private enum Expect {
    VALUE,
    KEY_OR_END,
    COLON,
    ITEM_OR_END,
    COMMA_OR_END,
    NOTHING
  }

  private final boolean python;
  private final Set<TextRepair> repairs = EnumSet.noneOf(TextRepair.class);
  private final Containers containers;
  private final ValueListener listener;
  private final Comments comments = new Comments();
  private Expect expect = Expect.VALUE;
  private @Nullable QuotedText quoted;
  private @Nullable StringBuilder word;
  private @Nullable String concatenated;
  private boolean comma;
  private JsonNode last = MissingNode.getInstance();

  ValueReader(boolean python, int depth) {
    this(python, depth, ValueListener.NONE);
  }

  ValueReader(boolean python, int depth, ValueListener listener) {
    this.python = python;
    this.listener = listener;
    this.containers = new Containers(depth, repairs, listener);
  }

  JsonNode value() {
    return containers.value();
  }

  /// What is open where the reader stands.
  Containers containers() {
    return containers;
  }

  Set<TextRepair> repairs() {
    return repairs;
  }

  @Override
  public Answer step(Window in) {
    if (quoted != null) {
      return string(in, quoted);
    }
    if (comments.isOpen()) {
      return comments.read(in);
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
      return containers.isEmpty() ? Answer.REFUSED : comments.begin(in, repairs);
    }
    return switch (expect) {
      case VALUE -> valueStart(in, c);
      case ITEM_OR_END -> c == containers.closer() ? closeContainer(in) : valueStart(in, c);
      case KEY_OR_END -> c == '}' ? closeContainer(in) : keyStart(in, c);
      case COLON -> colon(in, c);
      case COMMA_OR_END -> commaOrEnd(in, c);
      case NOTHING -> Answer.DONE;
    };
  }

  private Answer valueStart(Window in, char c) {
    comma = false;
    if (c == '{') {
      return opened(in, containers.openObject(), Expect.KEY_OR_END);
    }
    if (c == '[' || (c == '(' && python)) {
      return opened(in, containers.openArray(c == '[' ? ']' : ')'), Expect.ITEM_OR_END);
    }
    int quote = openQuote(in, c);
    if (quote != 0) {
      return quote < 0 ? Answer.MORE : Answer.ON;
    }
    if (!Scalars.isPart(c)) {
      return Answer.REFUSED;
    }
    word = new StringBuilder();
    return Answer.ON;
  }

  private Answer opened(Window in, boolean fits, Expect next) {
    if (!fits) {
      return Answer.REFUSED;
    }
    in.skip(1);
    expect = next;
    return Answer.ON;
  }

  /// 1 if a string began, 0 if none does here, -1 if more text must tell.
  private int openQuote(Window in, char c) {
    Quotes quotes = Quotes.at(in, c, python);
    if (quotes.length() <= 0) {
      return quotes.length();
    }
    in.skip(quotes.length());
    quotes.note(repairs, python);
    quoted = new QuotedText(quotes, python, place(), repairs);
    return 1;
  }

  private QuotedText.Place place() {
    return expect == Expect.KEY_OR_END
        ? QuotedText.Place.KEY
        : QuotedText.Place.of(containers, repairs.contains(TextRepair.BARE_KEY));
  }

  private Answer string(Window in, QuotedText reading) {
    Answer answer = reading.read(in);
    if (answer != Answer.DONE) {
      if (expect != Expect.KEY_OR_END && concatenated == null) {
        listener.soFar(reading.soFar(), containers.size());
      }
      return answer;
    }
    quoted = null;
    if (python && expect != Expect.KEY_OR_END) {
      concatenated = concatenated == null ? reading.text() : concatenated + reading.text();
    } else {
      read(reading.text());
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
    read(text);
    return Answer.ON;
  }

  private void read(String text) {
    if (expect == Expect.KEY_OR_END) {
      containers.key(text);
      expect = Expect.COLON;
    } else {
      put(StringNode.valueOf(text));
    }
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
    int length = Texts.identifierLength(in, Scalars.LONGEST);
    if (length < 0) {
      return Answer.MORE;
    }
    if (python || length == 0 || length == Scalars.LONGEST) {
      return Answer.REFUSED;
    }
    repairs.add(TextRepair.BARE_KEY);
    read(in.take(length));
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
    if (c == containers.closer()) {
      return closeContainer(in);
    }
    if (c == ',') {
      in.skip(1);
      comma = true;
      expect = containers.inObject() ? Expect.KEY_OR_END : Expect.ITEM_OR_END;
      return Answer.ON;
    }
    if (c == '{' && containers.inArray() && last instanceof ObjectNode) {
      repairs.add(TextRepair.COMMAS);
      expect = Expect.ITEM_OR_END;
      return Answer.ON;
    }
    return Answer.REFUSED;
  }

  /// `(1)` is a number in brackets, `(1,)` is a tuple; both are rare enough to be read as one.
  private Answer closeContainer(Window in) {
    if (comma && containers.closer() != ')') {
      if (!python) {
        repairs.add(TextRepair.COMMAS);
      }
      comma = false;
    }
    in.skip(1);
    close();
    return Answer.ON;
  }

  private void close() {
    last = containers.close();
    expect = containers.isEmpty() ? Expect.NOTHING : Expect.COMMA_OR_END;
  }

  private void put(JsonNode node) {
    containers.put(node);
    last = node;
    expect = containers.isEmpty() ? Expect.NOTHING : Expect.COMMA_OR_END;
  }

  private Answer word(Window in, StringBuilder reading) {
    Answer answer = Scalars.gather(in, reading);
    if (answer != Answer.DONE) {
      return answer;
    }
    String text = reading.toString();
    JsonNode node = Scalars.read(text, python);
    if (node == null) {
      return Answer.REFUSED;
    }
    if (!python && Scalars.isPython(text)) {
      repairs.add(TextRepair.PYTHON_NOTATION);
    }
    word = null;
    put(node);
    return Answer.ON;
  }

  /// Closes the one brace that is missing where everything before it is complete.
  boolean closeMissingBrace() {
    boolean idle = quoted == null && word == null && concatenated == null && !comments.isOpen();
    boolean onlyBrace =
        idle
            && containers.size() == 1
            && containers.inObject()
            && expect == Expect.COMMA_OR_END
            && last instanceof ObjectNode;
    if (onlyBrace) {
      repairs.add(TextRepair.MISSING_BRACE);
      close();
    }
    return onlyBrace;
  }
}
