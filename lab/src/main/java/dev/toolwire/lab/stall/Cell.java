package dev.toolwire.lab.stall;

import org.apache.commons.statistics.descriptive.Quantile;

/// A figure over the runs of one cell of a campaign: one strategy, shape and size.
///
/// @param runs how many
/// @param median with its interval
/// @param p95 the value that 95% of the runs do not exceed
public record Cell(int runs, Interval median, double p95) {

  private static final Quantile QUANTILE = Quantile.withDefaults().withCopy(true);
  private static final double MIDDLE = 0.5;
  private static final double HIGH = 0.95;

  /// The cell of these values; at least one.
  public static Cell of(double[] values, Bootstrap bootstrap) {
    Interval median = bootstrap.interval(values, drawn -> QUANTILE.evaluate(drawn, MIDDLE));
    return new Cell(values.length, median, QUANTILE.evaluate(values, HIGH));
  }
}
