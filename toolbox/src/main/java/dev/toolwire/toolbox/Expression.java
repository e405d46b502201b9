package dev.toolwire.toolbox;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An arithmetic expression, read and evaluated in one pass from left to right:
///
/// ```text
/// sum     = product { ("+" | "-") product }
/// product = signed { ("*" | "/" | "%") signed }
/// signed  = ("+" | "-") signed | power
/// power   = atom [ "^" signed ]
/// atom    = number | "(" sum ")"
/// ```
///
/// So `-2^2` is -4 and `2^3^2` is 512. `×`, `÷` and `−` are taken for what they look like.
final class Expression {

  /// The longest expression, in characters.
  static final int LONGEST = 1_000;

  /// How deep parentheses, signs and exponents may be nested.
  static final int DEEPEST = 100;

  private static final Pattern NUMBER =
      Pattern.compile("([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?(?![0-9A-Za-z_.])");

  /// Stands for the end of the text; no character of an expression is it.
  private static final char END = '\0';

  private final String text;
  private final Exact arithmetic = new Exact();
  private int at;
  private int depth;

  private Expression(String text) {
    this.text = text;
  }

  /// A result, which may be `rounded`.
  record Value(BigDecimal number, boolean rounded) {}

  /// @throws ExpressionException if `text` is anything but one expression, within the limits
  static Value evaluate(String text) throws ExpressionException {
    if (text.length() > LONGEST) {
      throw new ExpressionException(
          "the expression has %d characters, expected at most %d; calculate it in parts"
              .formatted(text.length(), LONGEST));
    }
    Expression expression = new Expression(text);
    BigDecimal number = expression.sum();
    if (expression.next() != END || expression.at < text.length()) {
      throw expression.unexpected("an operator");
    }
    return new Value(Exact.plain(number), expression.arithmetic.rounded());
  }

  private BigDecimal sum() throws ExpressionException {
    BigDecimal sum = product();
    while (true) {
      switch (next()) {
        case '+' -> {
          at++;
          sum = arithmetic.add(sum, product());
        }
        case '-', '−' -> {
          at++;
          sum = arithmetic.add(sum, product().negate());
        }
        default -> {
          return sum;
        }
      }
    }
  }

  private BigDecimal product() throws ExpressionException {
    BigDecimal product = signed();
    while (true) {
      char operator = next();
      int where = at + 1;
      switch (operator) {
        case '*', '×' -> {
          at++;
          product = arithmetic.multiply(product, signed());
        }
        case '/', '÷' -> {
          at++;
          product = arithmetic.divide(product, divisor(where));
        }
        case '%' -> {
          at++;
          product = arithmetic.remainder(product, divisor(where));
        }
        default -> {
          return product;
        }
      }
    }
  }

  private BigDecimal divisor(int operator) throws ExpressionException {
    BigDecimal divisor = signed();
    if (divisor.signum() == 0) {
      throw new ExpressionException(
          "division by zero at character " + operator + "; check the numbers");
    }
    return divisor;
  }

  private BigDecimal signed() throws ExpressionException {
    if (++depth > DEEPEST) {
      throw new ExpressionException(
          "the expression is nested more than " + DEEPEST + " deep; calculate it in parts");
    }
    BigDecimal value =
        switch (next()) {
          case '+' -> {
            at++;
            yield signed();
          }
          case '-', '−' -> {
            at++;
            yield signed().negate();
          }
          default -> power();
        };
    depth--;
    return value;
  }

  private BigDecimal power() throws ExpressionException {
    BigDecimal base = atom();
    if (next() != '^') {
      return base;
    }
    at++;
    return arithmetic.power(base, signed());
  }

  private BigDecimal atom() throws ExpressionException {
    if (next() == '(') {
      at++;
      BigDecimal inner = sum();
      if (next() != ')') {
        throw unexpected("an operator or \")\"");
      }
      at++;
      return inner;
    }
    Matcher number = NUMBER.matcher(text).region(at, text.length());
    if (!number.lookingAt()) {
      throw unexpected("a number or \"(\"");
    }
    at = number.end();
    return new BigDecimal(number.group());
  }

  /// The next character that is not blank; [#END] if there is none.
  private char next() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : END;
  }

  private ExpressionException unexpected(String expected) {
    String came = at < text.length() ? Shown.of(text.substring(at)) : "the end";
    return new ExpressionException(at + 1, "got " + came + ", expected " + expected);
  }
}
