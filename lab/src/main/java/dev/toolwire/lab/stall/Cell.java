package dev.toolwire.lab.stall;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.descriptive.Quantile;

/// A figure over the runs of one cell of a campaign: one strategy, shape and size.
///
/// @param runs how many
/// @param median with its interval
/// @param p95 the value that 95% of the runs do not exceed
public record Cell(int runs, Interval median, double p95) {

  private static final double MIDDLE = 0.5;
  private static final double HIGH = 0.95;

  /// The cell of these values; at least one.
  public static Cell of(double[] values, Bootstrap bootstrap) {
    List<Double> boxed = Arrays.stream(values).boxed().toList();
    Interval median = bootstrap.interval(List.of(boxed), drawn -> quantile(drawn, MIDDLE));
    return new Cell(values.length, median, quantile(boxed, HIGH));
  }

  private static double quantile(List<Double> values, double p) {
    double[] array = values.stream().mapToDouble(Double::doubleValue).toArray();
    return Quantile.withDefaults().evaluate(array, p);
  }
}
