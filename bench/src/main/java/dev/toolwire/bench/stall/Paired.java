package dev.toolwire.bench.stall;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleSupplier;

/// Two costs, measured in alternation: many pairs, of which each is put the other way round than
/// the one before.
final class Paired {

  /// Half the width of the 95% interval of a median of n values, in ranks, is this times √n: the
  /// binomial distribution of how many lie below it, as a normal one.
  private static final double RANKS = 0.98;

  private final double[] without;
  private final double[] with;

  private Paired(double[] without, double[] with) {
    this.without = without;
    this.with = with;
  }

  static Paired measure(int warmUp, int pairs, DoubleSupplier without, DoubleSupplier with) {
    double[] first = new double[pairs];
    double[] second = new double[pairs];
    for (int i = -warmUp; i < pairs; i++) {
      boolean inOrder = (i & 1) == 0;
      double one = (inOrder ? without : with).getAsDouble();
      double other = (inOrder ? with : without).getAsDouble();
      if (i >= 0) {
        first[i] = inOrder ? one : other;
        second[i] = inOrder ? other : one;
      }
    }
    return new Paired(first, second);
  }

  double medianWithout() {
    return Median.of(without.clone()).value();
  }

  /// What is more with it than without.
  Median difference() {
    double[] differences = new double[without.length];
    Arrays.setAll(differences, i -> with[i] - without[i]);
    return Median.of(differences);
  }

  /// The median of some values and its 95% interval.
  record Median(double value, double low, double high) {

    private static Median of(double[] values) {
      Arrays.sort(values);
      int half = (int) Math.ceil(RANKS * Math.sqrt(values.length));
      int middle = values.length / 2;
      return new Median(
          values[middle],
          values[Math.max(0, middle - half)],
          values[Math.min(values.length - 1, middle + half)]);
    }

    Median times(double factor) {
      return new Median(value * factor, low * factor, high * factor);
    }

    /// Such as `+1.2 (+0.9 to +1.6)`.
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%+.1f (%+.1f to %+.1f)", value, low, high);
    }
  }
}
