package dev.toolwire.lab.stall;

import java.util.Locale;

/// An estimate with its 95% interval.
///
/// @param low the lower end of the interval
/// @param estimate the value itself, from all runs
/// @param high the upper end of the interval
public record Interval(double low, double estimate, double high) {

  public Interval {
    if (Double.isNaN(low) || Double.isNaN(estimate) || Double.isNaN(high) || low > high) {
      throw new IllegalArgumentException(
          "no interval: from " + low + " to " + high + " around " + estimate);
    }
  }

  /// Whether any value of the interval lies from `from` to below `to`.
  public boolean overlaps(double from, double to) {
    return high >= from && low < to;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.3f [%.3f, %.3f]", estimate, low, high);
  }
}
