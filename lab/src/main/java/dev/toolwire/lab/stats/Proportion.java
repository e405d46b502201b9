package dev.toolwire.lab.stats;

import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;

/// So many of so many, with the 95% interval of Wilson for the share behind it.
///
/// @param count how many
/// @param of of how many; of none, the share is unknown
public record Proportion(int count, int of) {

  private static final double ALPHA = 0.05;

  public Proportion {
    if (count < 0 || count > of) {
      throw new IllegalArgumentException(count + " of " + of + " is no proportion");
    }
  }

  public boolean isUnknown() {
    return of == 0;
  }

  /// The share that was seen; 0 if it is unknown.
  public double rate() {
    return of == 0 ? 0 : (double) count / of;
  }

  /// The lower end of the interval; 0 if the share is unknown.
  public double low() {
    return of == 0 ? 0 : interval().getLowerBound();
  }

  /// The upper end of the interval; 1 if the share is unknown.
  public double high() {
    return of == 0 ? 1 : interval().getUpperBound();
  }

  private Interval interval() {
    return BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(of, count, ALPHA);
  }

  public Proportion plus(Proportion other) {
    return new Proportion(count + other.count, of + other.of);
  }

  /// Such as `3/4`.
  @Override
  public String toString() {
    return count + "/" + of;
  }
}
