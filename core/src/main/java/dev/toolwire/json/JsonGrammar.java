package dev.toolwire.json;

import dev.toolwire.json.JsonOutcome.Truncated;
import dev.toolwire.json.JsonOutcome.Unfinished;
import dev.toolwire.json.JsonPlace.Document;
import dev.toolwire.json.JsonPlace.OpenArray;
import dev.toolwire.json.JsonPlace.OpenObject;

/// What may follow what in a document ([RFC 8259](https://www.rfc-editor.org/rfc/rfc8259)), one
/// character or one run of string characters at a time. It looks at no character twice, but for the
/// one that ends a number.
final class JsonGrammar {
  private enum State {
    VALUE,
    FIRST_ELEMENT,
    FIRST_NAME,
    NAME,
    COLON,
    IN_NAME,
    IN_STRING,
    IN_NUMBER,
    IN_LITERAL,
    AFTER_VALUE
  }

  private final JsonTree tree;
  private final int maxDepth;
  private final StringLexer string = new StringLexer();
  private final NumberLexer number = new NumberLexer();
  private final LiteralLexer literal = new LiteralLexer();
  private State state = State.VALUE;

  JsonGrammar(JsonTree tree, int maxDepth) {
    this.tree = tree;
    this.maxDepth = maxDepth;
  }

  /// Reads the characters from `from` to `to`, which follow those read before.
  void read(char[] chars, int from, int to) throws JsonFault {
    int at = from;
    while (at < to) {
      at =
          switch (state) {
            case IN_STRING, IN_NAME -> inString(chars, at, to);
            case IN_NUMBER -> inNumber(chars, at);
            case IN_LITERAL -> inLiteral(chars, at);
            case VALUE, FIRST_ELEMENT, FIRST_NAME, NAME, COLON, AFTER_VALUE ->
                betweenTokens(chars, at);
          };
    }
  }

  /// Shows what has arrived of an unfinished string.
  void show() {
    if (state == State.IN_STRING) {
      tree.growString(string.text(), string.showable());
    }
  }

  /// Completes a number that only the end of the input ends, and says whether the document is
  /// complete.
  boolean end() throws JsonFault {
    if (state == State.IN_NUMBER && tree.depth() == 0 && number.mayEnd()) {
      completeNumber(0);
    }
    return state == State.AFTER_VALUE && tree.depth() == 0;
  }

  /// Whether no value has begun.
  boolean isEmpty() {
    return state == State.VALUE && tree.depth() == 0;
  }

  /// Whether a character outside ASCII may come next.
  boolean isInText() {
    return state == State.IN_STRING || state == State.IN_NAME;
  }

  /// What the document is if it ends here, incomplete, after `length` characters.
  Truncated truncated(int length) {
    JsonPlace place = tree.place();
    return switch (state) {
      case IN_STRING -> new Truncated(place.child(), Unfinished.STRING, length);
      case IN_NUMBER -> new Truncated(place.child(), Unfinished.NUMBER, length);
      case IN_LITERAL -> new Truncated(place.child(), Unfinished.LITERAL, length);
      case IN_NAME -> new Truncated(place.path(), Unfinished.MEMBER_NAME, length);
      case VALUE, FIRST_ELEMENT, FIRST_NAME, NAME, COLON, AFTER_VALUE ->
          new Truncated(
              place.path(),
              place instanceof OpenArray ? Unfinished.ARRAY : Unfinished.OBJECT,
              length);
    };
  }

  /// The path of the value that is being read or comes next, or of its container while neither is
  /// known.
  JsonPath path() {
    return switch (state) {
      case VALUE, COLON, IN_STRING, IN_NUMBER, IN_LITERAL -> tree.place().child();
      case IN_NAME, FIRST_ELEMENT, FIRST_NAME, NAME, AFTER_VALUE -> tree.place().path();
    };
  }

  private int inString(char[] chars, int at, int to) throws JsonFault {
    int next = string.take(chars, at, to);
    if (string.isClosed()) {
      String value = string.text().toString();
      if (state == State.IN_STRING) {
        completeString(value);
      } else if (tree.place() instanceof OpenObject object) {
        object.name(value);
        state = State.COLON;
      }
    }
    return next;
  }

  private void completeString(String value) {
    if (tree.completeString(value)) {
      string.leaveText();
    }
    state = State.AFTER_VALUE;
  }

  private int inNumber(char[] chars, int at) throws JsonFault {
    if (number.take(chars, at)) {
      return at + 1;
    }
    completeNumber(at);
    return at;
  }

  private void completeNumber(int at) throws JsonFault {
    tree.complete(number.value(at));
    state = State.AFTER_VALUE;
  }

  private int inLiteral(char[] chars, int at) throws JsonFault {
    if (literal.take(chars, at)) {
      tree.complete(literal.value());
      state = State.AFTER_VALUE;
    }
    return at + 1;
  }

  private int betweenTokens(char[] chars, int at) throws JsonFault {
    char c = chars[at];
    if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
      token(chars, at, c);
    }
    return at + 1;
  }

  private void token(char[] chars, int at, char c) throws JsonFault {
    switch (state) {
      case VALUE -> beginValue(chars, at, "a value");
      case FIRST_ELEMENT -> {
        if (c == ']') {
          close();
        } else {
          beginValue(chars, at, "a value or ']'");
        }
      }
      case FIRST_NAME -> {
        if (c == '}') {
          close();
        } else {
          beginName(c, at, "a member name in double quotes or '}'");
        }
      }
      case NAME -> beginName(c, at, "a member name in double quotes");
      case COLON -> {
        require(c == ':', c, at, "':' after a member name");
        state = State.VALUE;
      }
      case AFTER_VALUE -> afterValue(c, at);
      case IN_NAME, IN_STRING, IN_NUMBER, IN_LITERAL -> {}
    }
  }

  private void beginValue(char[] chars, int at, String expected) throws JsonFault {
    char c = chars[at];
    switch (c) {
      case '{' -> {
        requireRoom(at);
        tree.openObject();
        state = State.FIRST_NAME;
      }
      case '[' -> {
        requireRoom(at);
        tree.openArray();
        state = State.FIRST_ELEMENT;
      }
      case '"' -> {
        string.openValue();
        state = State.IN_STRING;
      }
      case 't', 'f', 'n' -> {
        literal.open(c);
        state = State.IN_LITERAL;
      }
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> {
        number.open(c);
        state = State.IN_NUMBER;
      }
      default -> throw JsonFault.unexpected(c, at, expected);
    }
  }

  private void beginName(char c, int at, String expected) throws JsonFault {
    require(c == '"', c, at, expected);
    string.openName();
    state = State.IN_NAME;
  }

  private void afterValue(char c, int at) throws JsonFault {
    switch (tree.place()) {
      case Document _ -> throw JsonFault.unexpected(c, at, "nothing after the document's value");
      case OpenObject _ -> {
        if (c == '}') {
          close();
        } else {
          require(c == ',', c, at, "',' or '}' after a member");
          state = State.NAME;
        }
      }
      case OpenArray _ -> {
        if (c == ']') {
          close();
        } else {
          require(c == ',', c, at, "',' or ']' after an element");
          state = State.VALUE;
        }
      }
    }
  }

  private void close() {
    tree.close();
    state = State.AFTER_VALUE;
  }

  private void requireRoom(int at) throws JsonFault {
    if (tree.depth() == maxDepth) {
      throw new JsonFault("containers are nested deeper than " + maxDepth + " levels", at);
    }
  }

  private static void require(boolean met, char found, int at, String expected) throws JsonFault {
    if (!met) {
      throw JsonFault.unexpected(found, at, expected);
    }
  }
}
