package dev.toolwire.lab.stall;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.descriptive.Quantile;

/// The percentile bootstrap: how much a statistic would differ had other runs been drawn.
///
/// Runs are drawn with replacement within their groups, as many as each group has, so that a
/// resample keeps the plan of the campaign: the same sizes, each as often. With the same seed the
/// same runs give the same interval. Immutable.
///
/// @param seed what chance starts from
/// @param resamples how many times to draw
/// @see <a href="https://doi.org/10.1214/aos/1176344552">Efron, Bootstrap methods: another look at
///   the jackknife</a>
public record Bootstrap(long seed, int resamples) {

  /// 2,000 resamples.
  public static final Bootstrap DEFAULTS = new Bootstrap(1, 2_000);

  private static final double LOW = 0.025;
  private static final double HIGH = 0.975;

  public Bootstrap {
    if (resamples < 100) {
      throw new IllegalArgumentException(
          resamples + " resamples say nothing about an interval of 95%; expected 100 or more");
    }
  }

  /// The statistic of all runs, with the interval in which 95% of the resamples' fall. Resamples
  /// for which the statistic is not defined (NaN) are left out.
  ///
  /// @param groups runs that were planned alike; none empty
  /// @param statistic of all runs together
  /// @throws IllegalArgumentException if the statistic is not defined for the runs themselves, or
  ///   for most of the resamples
  public <T> Interval interval(List<List<T>> groups, ToDoubleFunction<List<T>> statistic) {
    return known(find(groups, statistic));
  }

  /// The same; empty if the statistic is not defined for the runs themselves, or for most of the
  /// resamples.
  <T> Optional<Interval> find(List<List<T>> groups, ToDoubleFunction<List<T>> statistic) {
    double estimate = statistic.applyAsDouble(groups.stream().flatMap(List::stream).toList());
    SplittableRandom random = new SplittableRandom(seed);
    return find(estimate, () -> statistic.applyAsDouble(draw(groups, random)));
  }

  /// The statistic of these values, of one group, with its interval; as above.
  public Interval interval(double[] values, ToDoubleFunction<double[]> statistic) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] drawn = new double[values.length];
    return known(
        find(
            statistic.applyAsDouble(values),
            () -> {
              for (int i = 0; i < drawn.length; i++) {
                drawn[i] = values[random.nextInt(values.length)];
              }
              return statistic.applyAsDouble(drawn);
            }));
  }

  private static Interval known(Optional<Interval> found) {
    return found.orElseThrow(() ->
        new IllegalArgumentException("these runs are too few or too alike for this statistic"));
  }

  private Optional<Interval> find(double estimate, DoubleSupplier resample) {
    double[] drawn = new double[resamples];
    int defined = 0;
    for (int i = 0; i < resamples; i++) {
      double value = resample.getAsDouble();
      if (!Double.isNaN(value)) {
        drawn[defined++] = value;
      }
    }
    if (Double.isNaN(estimate) || defined * 2 < resamples) {
      return Optional.empty();
    }
    double[] ends = Quantile.withDefaults().evaluate(Arrays.copyOf(drawn, defined), LOW, HIGH);
    return Optional.of(new Interval(ends[0], estimate, ends[1]));
  }

  private static <T> List<T> draw(List<List<T>> groups, SplittableRandom random) {
    return groups.stream()
        .flatMap(group -> group.stream().map(_ -> group.get(random.nextInt(group.size()))))
        .toList();
  }
}
