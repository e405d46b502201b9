package dev.toolwire.rescue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Reads `call:tide_at{port:<|"|>Brest<|"|>,days:3}`: keys without quotes, strings between markers,
/// other values bare. Begins at `call:`.
final class RelaxedReader implements CallReader {

  private static final String CALL = "call:";
  private static final int LONGEST_KEY = 128;
  private static final Literals<String> QUOTES = new Literals<>(false);

  static {
    QUOTES.add("<|\"|>", "<|\"|>");
    QUOTES.add("<escape>", "<escape>");
  }

  private enum State {
    CALL_WORD,
    NAME,
    KEY,
    VALUE,
    MARKED_TEXT,
    QUOTED_TEXT,
    BARE_TEXT,
    AFTER_VALUE
  }

  private final StringBuilder name = new StringBuilder();
  private final StringBuilder text = new StringBuilder();
  private final Set<TextRepair> repairs = EnumSet.noneOf(TextRepair.class);
  private final Containers arguments;
  private State state = State.CALL_WORD;
  private boolean keyQuoted;
  private QuotedText quoted;

  RelaxedReader(int depth) {
    this.arguments = new Containers(depth, repairs, ValueListener.NONE);
    this.quoted = newQuoted();
  }

  private QuotedText newQuoted() {
    return new QuotedText(Quotes.JSON, false, QuotedText.Place.ARGUMENT, repairs);
  }

  @Override
  public List<RawCall> calls() {
    return arguments.value() instanceof ObjectNode input
        ? List.of(RawCall.of(name.toString(), input, repairs))
        : List.of();
  }

  @Override
  public String nameSoFar() {
    return state == State.CALL_WORD || state == State.NAME ? "" : name.toString();
  }

  @Override
  public Answer step(Window in) {
    return switch (state) {
      case CALL_WORD -> callWord(in);
      case NAME -> name(in);
      case KEY -> key(in);
      case VALUE -> value(in);
      case MARKED_TEXT -> markedText(in);
      case QUOTED_TEXT -> quotedText(in);
      case BARE_TEXT -> bareText(in);
      case AFTER_VALUE -> afterValue(in);
    };
  }

  private Answer callWord(Window in) {
    for (int i = 0; i < CALL.length(); i++) {
      int c = in.peek(i);
      if (c < 0) {
        return in.shortage();
      }
      if (c != CALL.charAt(i)) {
        return Answer.REFUSED;
      }
    }
    in.skip(CALL.length());
    state = State.NAME;
    return Answer.ON;
  }

  private Answer name(Window in) {
    int c = in.peek();
    if (c < 0) {
      return in.shortage();
    }
    if (c == '{' && !name.isEmpty()) {
      in.skip(1);
      arguments.openObject();
      state = State.KEY;
      return Answer.ON;
    }
    if (Texts.isNamePart(c) && name.length() < RescueTools.LONGEST_NAME) {
      name.append((char) c);
    } else if (c != ' ') {
      return Answer.REFUSED;
    }
    in.skip(1);
    return Answer.ON;
  }

  private Answer key(Window in) {
    if (text.isEmpty() && !in.skipBlank()) {
      return Answer.MORE;
    }
    int c = in.peek();
    if (c < 0) {
      return in.shortage();
    }
    if (c == '}' && text.isEmpty()) {
      return close(in);
    }
    if (c == ',' && text.isEmpty()) {
      repairs.add(TextRepair.COMMAS);
      in.skip(1);
      return Answer.ON;
    }
    Literals.Match<String> quote = QUOTES.at(in);
    if (quote.undecided()) {
      return Answer.MORE;
    }
    if (quote.length() > 0 || c == '"') {
      in.skip(Math.max(1, quote.length()));
      keyQuoted = !keyQuoted;
      return Answer.ON;
    }
    if (c == ':' && !keyQuoted) {
      in.skip(1);
      String key = text.toString().strip();
      arguments.key(key);
      text.setLength(0);
      state = State.VALUE;
      return key.isEmpty() ? Answer.REFUSED : Answer.ON;
    }
    boolean part = keyQuoted || Texts.isNamePart(c) || c == ' ' || c == '$';
    if (!part || text.length() == LONGEST_KEY) {
      return Answer.REFUSED;
    }
    text.append((char) c);
    in.skip(1);
    return Answer.ON;
  }

  private Answer value(Window in) {
    if (!in.skipBlank()) {
      return Answer.MORE;
    }
    int c = in.peek();
    if (c < 0) {
      return in.shortage();
    }
    Literals.Match<String> quote = QUOTES.at(in);
    if (quote.undecided()) {
      return Answer.MORE;
    }
    if (quote.length() > 0) {
      in.skip(quote.length());
      state = State.MARKED_TEXT;
    } else if (c == '"') {
      in.skip(1);
      quoted = newQuoted();
      state = State.QUOTED_TEXT;
    } else if (c == '{' || c == '[') {
      if (!(c == '{' ? arguments.openObject() : arguments.openArray(']'))) {
        return Answer.REFUSED;
      }
      in.skip(1);
      state = c == '{' ? State.KEY : State.VALUE;
    } else if (c == ']' && arguments.inArray()) {
      return close(in);
    } else {
      state = State.BARE_TEXT;
    }
    return Answer.ON;
  }

  private Answer markedText(Window in) {
    int c = in.peek();
    if (c < 0) {
      return in.shortage();
    }
    Literals.Match<String> quote = QUOTES.at(in);
    if (quote.undecided()) {
      return Answer.MORE;
    }
    if (quote.length() > 0) {
      in.skip(quote.length());
      put(StringNode.valueOf(text.toString()));
    } else {
      text.append((char) c);
      in.skip(1);
    }
    return Answer.ON;
  }

  private Answer quotedText(Window in) {
    Answer answer = quoted.read(in);
    if (answer != Answer.DONE) {
      return answer;
    }
    put(StringNode.valueOf(quoted.text()));
    return Answer.ON;
  }

  private Answer bareText(Window in) {
    int c = in.peek();
    if (c < 0) {
      return in.shortage();
    }
    boolean inArray = arguments.inArray();
    boolean ends = c == '}' || c == ']' || (c == ',' && inArray);
    if (c == ',' && !inArray) {
      int key = keyFollows(in);
      if (key < 0) {
        return Answer.MORE;
      }
      ends = key > 0;
    }
    if (!ends) {
      text.append((char) c);
      in.skip(1);
      return Answer.ON;
    }
    String word = text.toString().strip();
    JsonNode typed = Scalars.read(word, false);
    put(typed == null ? StringNode.valueOf(word) : typed);
    return Answer.ON;
  }

  /// Whether a key and a colon follow the comma here: 1 yes, 0 no, -1 if more text must tell.
  private static int keyFollows(Window in) {
    int at = 1;
    while (at < LONGEST_KEY && (in.peek(at) == ' ' || in.peek(at) == '\n')) {
      at++;
    }
    int start = at;
    while (at < LONGEST_KEY
        && (Texts.isIdentifierPart(in.peek(at)) || in.peek(at) == '.' || in.peek(at) == '-')) {
      at++;
    }
    int c = in.peek(at);
    if (c == Window.MORE) {
      return -1;
    }
    boolean named = at > start;
    boolean quoted = !named && (c == '<' || c == '"');
    return quoted || (named && c == ':' && !Character.isDigit((char) in.peek(start))) ? 1 : 0;
  }

  private Answer afterValue(Window in) {
    if (!in.skipBlank()) {
      return Answer.MORE;
    }
    int c = in.peek();
    if (c < 0) {
      return in.shortage();
    }
    if (c == ',') {
      in.skip(1);
      state = arguments.inArray() ? State.VALUE : State.KEY;
      return Answer.ON;
    }
    return c == arguments.closer() ? close(in) : Answer.REFUSED;
  }

  private Answer close(Window in) {
    in.skip(1);
    arguments.close();
    state = State.AFTER_VALUE;
    return arguments.isEmpty() ? Answer.DONE : Answer.ON;
  }

  private void put(JsonNode value) {
    text.setLength(0);
    state = State.AFTER_VALUE;
    arguments.put(value);
  }
}
