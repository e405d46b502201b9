package dev.toolwire.lab.stats;

import java.time.Duration;
import java.util.List;
import org.apache.commons.statistics.descriptive.Quantile;

/// The middle and the slow end of some durations; quantiles by method 8 of Hyndman and Fan.
public record Spread(Duration median, Duration p95) {

  private static final double SLOW = 0.95;

  /// @throws IllegalArgumentException if there are none
  static Spread of(List<Duration> durations) {
    if (durations.isEmpty()) {
      throw new IllegalArgumentException("no durations have no median");
    }
    double[] nanos = durations.stream().mapToDouble(Duration::toNanos).toArray();
    double[] quantiles =
        Quantile.withDefaults().with(Quantile.EstimationMethod.HF8).evaluate(nanos, 0.5, SLOW);
    return new Spread(
        Duration.ofNanos(Math.round(quantiles[0])), Duration.ofNanos(Math.round(quantiles[1])));
  }
}
