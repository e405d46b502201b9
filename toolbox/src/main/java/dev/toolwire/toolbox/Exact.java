package dev.toolwire.toolbox;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// Decimal arithmetic that is exact wherever that takes few enough digits, and says where it is
/// not.
final class Exact {

  /// How many digits a number may have before the point, and after it.
  static final int MOST_DIGITS = 1_000;

  /// The largest exponent of a power.
  static final int LARGEST_EXPONENT = 10_000;

  private static final MathContext ROUNDED = MathContext.DECIMAL128;

  private boolean rounded;

  /// Whether any result so far was rounded.
  boolean rounded() {
    return rounded;
  }

  BigDecimal add(BigDecimal a, BigDecimal b) throws ExpressionException {
    return limited(a.add(b));
  }

  BigDecimal multiply(BigDecimal a, BigDecimal b) throws ExpressionException {
    return limited(a.multiply(b));
  }

  /// `b` is not zero.
  BigDecimal divide(BigDecimal a, BigDecimal b) throws ExpressionException {
    BigDecimal quotient = a.divide(b, new MathContext(MOST_DIGITS, RoundingMode.DOWN));
    if (quotient.multiply(b).compareTo(a) != 0) {
      rounded = true;
      quotient = a.divide(b, ROUNDED);
    }
    return limited(quotient);
  }

  /// `b` is not zero.
  BigDecimal remainder(BigDecimal a, BigDecimal b) throws ExpressionException {
    return limited(a.remainder(b));
  }

  BigDecimal power(BigDecimal base, BigDecimal exponent) throws ExpressionException {
    int times = times(exponent);
    if (base.signum() == 0 && exponent.signum() < 0) {
      throw new ExpressionException("zero to a negative power; check the numbers");
    }
    BigDecimal shortest = base.stripTrailingZeros();
    boolean fits = (shortest.precision() - 1L) * times <= MOST_DIGITS;
    rounded |= !fits;
    BigDecimal power = limited(fits ? shortest.pow(times) : shortest.pow(times, ROUNDED));
    return exponent.signum() < 0 ? divide(BigDecimal.ONE, power) : power;
  }

  /// The size of an exponent.
  private static int times(BigDecimal exponent) throws ExpressionException {
    BigDecimal size = exponent.abs().stripTrailingZeros();
    if (size.scale() > 0 || size.compareTo(BigDecimal.valueOf(LARGEST_EXPONENT)) > 0) {
      throw new ExpressionException(
          "an exponent is %s, expected a whole number of at most %d"
              .formatted(Shown.of(exponent.toString()), LARGEST_EXPONENT));
    }
    return size.intValueExact();
  }

  /// Without a power of ten and without zeros that say nothing.
  static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /// Rounds what has too long a fraction, refuses what is too large or too small even so.
  private BigDecimal limited(BigDecimal number) throws ExpressionException {
    BigDecimal limited = number;
    if (number.scale() > MOST_DIGITS) {
      rounded = true;
      limited = number.round(ROUNDED);
    }
    if ((long) limited.precision() - limited.scale() > MOST_DIGITS
        || limited.scale() > MOST_DIGITS) {
      throw new ExpressionException(
          "a number on the way has more than %d digits; use numbers of ordinary size"
              .formatted(MOST_DIGITS));
    }
    return limited;
  }
}
