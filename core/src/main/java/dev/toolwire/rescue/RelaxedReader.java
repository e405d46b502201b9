package dev.toolwire.rescue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Reads `call:tide_at{port:<|"|>Brest<|"|>,days:3}`: keys without quotes, strings between markers,
/// other values bare. Begins at `call:`.
final class RelaxedReader implements CallReader {

  private static final String CALL = "call:";
  private static final int LONGEST_KEY = 128;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
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

  private static final class Open {
    private final @Nullable ObjectNode object;
    private final @Nullable ArrayNode array;
    private String key = "";

    private Open(@Nullable ObjectNode object, @Nullable ArrayNode array) {
      this.object = object;
      this.array = array;
    }
  }

  private final int depth;
  private final StringBuilder name = new StringBuilder();
  private final StringBuilder text = new StringBuilder();
  private final Set<TextRepair> repairs = EnumSet.noneOf(TextRepair.class);
  private final Deque<Open> open = new ArrayDeque<>();
  private final ObjectNode arguments = NODES.objectNode();
  private State state = State.CALL_WORD;
  private boolean begun;
  private boolean keyQuoted;
  private QuotedText quoted;

  RelaxedReader(int depth) {
    this.depth = depth;
    this.quoted = newQuoted();
  }

  private QuotedText newQuoted() {
    return new QuotedText('"', false, false, false, QuotedText.Place.ARGUMENT, repairs);
  }

  @Override
  public List<RawCall> calls() {
    return begun && open.isEmpty()
        ? List.of(RawCall.of(name.toString(), arguments, repairs))
        : List.of();
  }

  @Override
  public String nameSoFar() {
    return state == State.CALL_WORD || state == State.NAME ? "" : name.toString();
  }

  @Override
  public Answer read(Window in) {
    Answer answer = step(in);
    while (answer == Answer.ON) {
      answer = step(in);
    }
    return answer;
  }

  private Answer step(Window in) {
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
      open.add(new Open(arguments, null));
      begun = true;
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
      open.getLast().key = text.toString().strip();
      text.setLength(0);
      state = State.VALUE;
      return open.getLast().key.isEmpty() ? Answer.REFUSED : Answer.ON;
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
      if (open.size() >= depth) {
        return Answer.REFUSED;
      }
      in.skip(1);
      open.add(c == '{' ? new Open(NODES.objectNode(), null) : new Open(null, NODES.arrayNode()));
      state = c == '{' ? State.KEY : State.VALUE;
    } else if (c == ']' && open.getLast().array != null) {
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
    boolean inArray = open.getLast().array != null;
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
    JsonNode literal = Scalars.literal(word);
    JsonNode typed = literal == null ? Scalars.number(word) : literal;
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
      state = open.getLast().array != null ? State.VALUE : State.KEY;
      return Answer.ON;
    }
    boolean closes = c == (open.getLast().array != null ? ']' : '}');
    return closes ? close(in) : Answer.REFUSED;
  }

  private Answer close(Window in) {
    in.skip(1);
    Open closed = open.removeLast();
    if (open.isEmpty()) {
      return Answer.DONE;
    }
    put(closed.object != null ? closed.object : array(closed));
    return Answer.ON;
  }

  private static ArrayNode array(Open closed) {
    return closed.array != null ? closed.array : NODES.arrayNode();
  }

  private void put(JsonNode value) {
    text.setLength(0);
    state = State.AFTER_VALUE;
    Open container = open.getLast();
    if (container.array != null) {
      container.array.add(value);
    } else if (container.object != null && container.object.has(container.key)) {
      repairs.add(TextRepair.DUPLICATE_KEY);
    } else if (container.object != null) {
      container.object.set(container.key, value);
    }
  }
}
