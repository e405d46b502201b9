package dev.toolwire.json;

import java.math.BigInteger;
import tools.jackson.core.io.NumberInput;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Reads a number ([RFC 8259 section 6](https://www.rfc-editor.org/rfc/rfc8259#section-6)). Where
/// it ends is known only by the character after it. The value is the one that
/// [JsonBinding#mapper()] gives: the narrowest of int, long and big integer, or a decimal with all
/// its digits when there is a point or an exponent.
final class NumberLexer {
  private enum State {
    MINUS(false),
    ZERO(true),
    INTEGER(true),
    POINT(false),
    FRACTION(true),
    EXPONENT(false),
    EXPONENT_SIGN(false),
    EXPONENT_DIGITS(true),
    OVER(false);

    private final boolean mayEnd;

    State(boolean mayEnd) {
      this.mayEnd = mayEnd;
    }
  }

  /// The most digits that fit a long whatever they are.
  private static final int LONG_DIGITS = 18;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final StringBuilder text = new StringBuilder();
  private State state = State.OVER;
  private boolean integral;

  /// Begins a number with its first character, a digit or the minus sign.
  void open(char first) {
    text.setLength(0);
    text.append(first);
    state = first == '-' ? State.MINUS : firstDigit(first, true);
    integral = true;
  }

  /// Takes the character if the number goes on with it, and says whether it did.
  boolean take(char[] chars, int at) throws JsonFault {
    char c = chars[at];
    State next = after(c);
    if (next == State.OVER) {
      if (!state.mayEnd) {
        throw JsonFault.unexpected(c, at, "a digit in a number");
      }
      return false;
    }
    if (state == State.ZERO && next == State.INTEGER) {
      throw JsonFault.unexpected(c, at, "no digit after a leading zero");
    }
    if (text.length() == JsonLimits.NUMBER_LENGTH) {
      throw new JsonFault(
          "a number is longer than " + JsonLimits.NUMBER_LENGTH + " characters", at);
    }
    text.append(c);
    state = next;
    integral &= next != State.POINT && next != State.EXPONENT;
    return true;
  }

  private State after(char c) {
    boolean digit = c >= '0' && c <= '9';
    return switch (state) {
      case MINUS -> firstDigit(c, digit);
      case ZERO, INTEGER -> digit ? State.INTEGER : c == '.' ? State.POINT : exponentOrOver(c);
      case POINT -> digit ? State.FRACTION : State.OVER;
      case FRACTION -> digit ? State.FRACTION : exponentOrOver(c);
      case EXPONENT ->
          digit ? State.EXPONENT_DIGITS : c == '+' || c == '-' ? State.EXPONENT_SIGN : State.OVER;
      case EXPONENT_SIGN, EXPONENT_DIGITS -> digit ? State.EXPONENT_DIGITS : State.OVER;
      case OVER -> State.OVER;
    };
  }

  private static State firstDigit(char c, boolean digit) {
    return c == '0' ? State.ZERO : digit ? State.INTEGER : State.OVER;
  }

  private static State exponentOrOver(char c) {
    return c == 'e' || c == 'E' ? State.EXPONENT : State.OVER;
  }

  /// Whether the number could end here.
  boolean mayEnd() {
    return state.mayEnd;
  }

  /// The number that ends before the character at `at`.
  JsonNode value(int at) throws JsonFault {
    String number = text.toString();
    if (!integral) {
      return decimal(number, at);
    }
    if (number.length() <= LONG_DIGITS) {
      return narrow(Long.parseLong(number));
    }
    var big = new BigInteger(number);
    return big.bitLength() < Long.SIZE ? NODES.numberNode(big.longValue()) : NODES.numberNode(big);
  }

  /// Jackson converts, since its limits for an exponent are its own.
  private static JsonNode decimal(String number, int at) throws JsonFault {
    try {
      return NODES.numberNode(NumberInput.parseBigDecimal(number, true));
    } catch (NumberFormatException _) {
      throw new JsonFault("a number has an exponent beyond that of any decimal", at);
    }
  }

  private static JsonNode narrow(long value) {
    int small = (int) value;
    return small == value ? NODES.numberNode(small) : NODES.numberNode(value);
  }
}
