package dev.toolwire.bench.harness;

import java.util.Arrays;
import java.util.Locale;

/// The median of some values and its 95% interval.
public record Median(double value, double low, double high) {

  /// Half the width of the 95% interval of a median of n values, in ranks, is this times √n: the
  /// binomial distribution of how many lie below it, as a normal one.
  private static final double RANKS = 0.98;

  /// @param values will be sorted
  static Median of(double[] values) {
    Arrays.sort(values);
    int half = (int) Math.ceil(RANKS * Math.sqrt(values.length));
    int middle = values.length / 2;
    return new Median(
        values[middle],
        values[Math.max(0, middle - half)],
        values[Math.min(values.length - 1, middle + half)]);
  }

  public Median times(double factor) {
    return new Median(value * factor, low * factor, high * factor);
  }

  /// Such as `+1.2 (+0.9 to +1.6)` for the number format `%+.1f`.
  public String format(String number) {
    return String.format(
        Locale.ROOT, "%1$s (%1$s to %1$s)".replace("%1$s", number), value, low, high);
  }
}
