package dev.toolwire.toolbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {

  @ParameterizedTest
  @CsvSource({
    "9 * 8, 72",
    "1 + 2 * 3, 7",
    "(1 + 2) * 3, 9",
    "10 - 4 - 3, 3",
    "100 / 10 / 2, 5",
    "7 % 3, 1",
    "-7 % 3, -1",
    "0.1 + 0.2, 0.3",
    "1.10 * 1.10, 1.21",
    "1 / 8, 0.125",
    "2 ^ 10, 1024",
    "2 ^ 3 ^ 2, 512",
    "-2 ^ 2, -4",
    "2 ^ -2, 0.25",
    "(-2) ^ 3, -8",
    "0 ^ 0, 1",
    "--3, 3",
    "2*-3, -6",
    "+4, 4",
    ".5 + 5., 5.5",
    "1e3 + 2.5E-1, 1000.25",
    "6 × 7 − 8 ÷ 4, 40",
    "100, 100",
    "12345678901234567890 * 10, 123456789012345678900",
  })
  void expressionIsEvaluatedExactly(String text, String result) throws ExpressionException {
    assertThat(Expression.evaluate(text))
        .isEqualTo(new Expression.Value(new BigDecimal(result), false));
  }

  @ParameterizedTest
  @CsvSource({"2 / 3, 0.6666666666666666666666666666666667", "1.00512 ^ 360, 6.28"})
  void longResultsAreRoundedAndSaySo(String text, String begin) throws ExpressionException {
    Expression.Value value = Expression.evaluate(text);

    assertThat(value.rounded()).isTrue();
    assertThat(value.number().toPlainString()).startsWith(begin).hasSizeLessThan(40);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      textBlock =
          """
          resultOf(1) * 2 | at character 1: got "resultOf(1) * 2", expected a number
          3 # three       | at character 3: got "# three", expected an operator
          2 +             | at character 4: got the end, expected a number
          (1 + 2          | at character 7: got the end, expected an operator or ")"
          1 + 2)          | at character 6: got ")", expected an operator
          2 3             | at character 3: got "3", expected an operator
          2(3)            | at character 2: got "(3)", expected an operator
          2 ** 3          | at character 4: got "* 3", expected a number
          1,000 + 1       | at character 2: got ",000 + 1", expected an operator
          0x10            | at character 1: got "0x10", expected a number
          1e9999          | at character 1: got "1e9999", expected a number
          1.2.3           | at character 1: got "1.2.3", expected a number
          ()              | at character 2: got ")", expected a number
          System.exit(0)  | at character 1: got "System.exit(0)", expected a number
          x               | at character 1: got "x", expected a number
          9 = 9           | at character 3: got "= 9", expected an operator
          """)
  void anythingElseIsRefusedWithItsPosition(String text, String words) {
    assertThatThrownBy(() -> Expression.evaluate(text))
        .isInstanceOf(ExpressionException.class)
        .hasMessageContaining(words)
        .hasMessageEndingWith("Send numbers, + - * / % ^ and parentheses only.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\0", "1\0"})
  void emptyAndNulTextsAreRefused(String text) {
    assertThatThrownBy(() -> Expression.evaluate(text)).isInstanceOf(ExpressionException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "1 / 0, division by zero at character 3",
    "1 % (2 - 2), division by zero at character 3",
    "0 ^ -1, zero to a negative power",
    "2 ^ 0.5, expected a whole number of at most 10000",
    "1 ^ 10001, expected a whole number of at most 10000",
    "10 ^ 1000, more than 1000 digits",
    "9 ^ 9 ^ 9, expected a whole number",
    "123456 ^ 9999, more than 1000 digits",
    "1e-999 / 1e999, more than 1000 digits",
    "1e999 * 1e999, more than 1000 digits",
  })
  void numbersWithoutAResultAreRefused(String text, String words) {
    assertThatThrownBy(() -> Expression.evaluate(text))
        .isInstanceOf(ExpressionException.class)
        .hasMessageContaining(words);
  }

  @Test
  void limitsHoldAtTheirEdges() throws ExpressionException {
    assertThat(Expression.evaluate("10 ^ 999").number().precision()).isEqualTo(1_000);
    assertThat(Expression.evaluate("1 ^ 10000").number()).isEqualTo(BigDecimal.ONE);

    assertThat(Expression.evaluate("1" + "+1".repeat(499) + " ").number()).hasToString("500");
    assertThatThrownBy(() -> Expression.evaluate("1" + "+1".repeat(500)))
        .hasMessageContaining("has 1001 characters, expected at most 1000");

    assertThat(Expression.evaluate("(".repeat(99) + "1" + ")".repeat(99)).number())
        .hasToString("1");
    assertThatThrownBy(() -> Expression.evaluate("(".repeat(100) + "1" + ")".repeat(100)))
        .hasMessageContaining("nested more than 100 deep");
    assertThatThrownBy(() -> Expression.evaluate("-".repeat(101) + "1"))
        .hasMessageContaining("nested more than 100 deep");
    assertThatThrownBy(() -> Expression.evaluate("1" + "^1".repeat(101)))
        .hasMessageContaining("nested more than 100 deep");
  }

  @Test
  void sumsAndProductsEqualThoseOfBigDecimal() throws ExpressionException {
    long seed = 42;
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int round = 0; round < 500; round++) {
      BigDecimal a = BigDecimal.valueOf(random.nextLong(), random.nextInt(10));
      BigDecimal b = BigDecimal.valueOf(random.nextLong(), random.nextInt(10));
      BigDecimal c = BigDecimal.valueOf(random.nextInt(), 2);

      String text =
          "(%s - %s) * %s + %s"
              .formatted(a.toPlainString(), b.toPlainString(), c, a.toPlainString());

      assertThat(Expression.evaluate(text).number())
          .as("%s (seed %d)", text, seed)
          .isEqualByComparingTo(a.subtract(b).multiply(c).add(a));
    }
  }
}
