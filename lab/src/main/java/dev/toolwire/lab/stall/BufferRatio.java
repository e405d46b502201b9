package dev.toolwire.lab.stall;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.statistics.descriptive.Median;

/// How much longer the longest gap becomes for each further byte of input, times the rate at which
/// the model writes text: 1 if all of an input is held back, 0 if none is.
///
/// @param theilSen by the median of slopes, which a few wild runs do not move
/// @param leastSquares by least squares, which every run moves: of two kinds of runs mixed, the
///   median of slopes shows the commoner as if it were alone
/// @param stray the share of runs whose longest gap is off the Theil-Sen line by more than half of
///   what the line gives, and by more than a [silence][StallMetrics#SILENCE_FLOOR_NANOS]
public record BufferRatio(Interval theilSen, Interval leastSquares, double stray) {

  /// With more stray runs than this the route does not behave in one way.
  public static final double STRAY_LIMIT = 0.1;

  private static final double FAR = 0.5;

  /// The ratio for runs of one shape; empty if those with a tool input and a control that told a
  /// rate have fewer than two sizes, or inputs too alike for a slope, as when all were cut at the
  /// same length.
  static Optional<BufferRatio> of(List<MeasuredRun> runs, Bootstrap bootstrap) {
    Map<Integer, List<MeasuredRun>> bySize =
        runs.stream()
            .filter(run -> run.bytes() > 0 && run.controlRate() > 0)
            .collect(Collectors.groupingBy(MeasuredRun::size, TreeMap::new, Collectors.toList()));
    if (bySize.size() < 2) {
      return Optional.empty();
    }
    List<List<MeasuredRun>> groups = List.copyOf(bySize.values());
    Optional<Interval> leastSquares =
        bootstrap.find(groups, drawn -> estimate(drawn, Slope::leastSquares));
    double stray = stray(groups.stream().flatMap(List::stream).toList());
    return bootstrap
        .find(groups, drawn -> estimate(drawn, Slope::theilSen))
        .flatMap(
            theilSen -> leastSquares.map(squares -> new BufferRatio(theilSen, squares, stray)));
  }

  private static double stray(List<MeasuredRun> runs) {
    Slope line = Slope.theilSen(points(runs));
    double floor = StallMetrics.SILENCE_FLOOR_NANOS / 1e9;
    long far =
        points(runs).stream()
            .filter(run ->
                Math.abs(run.y() - line.at(run.x())) > Math.max(floor, FAR * line.at(run.x())))
            .count();
    return far / (double) runs.size();
  }

  private static double estimate(List<MeasuredRun> runs, Function<List<Slope.Point>, Slope> fit) {
    double[] rates = runs.stream().mapToDouble(MeasuredRun::controlRate).toArray();
    return fit.apply(points(runs)).slope() * Median.withDefaults().evaluate(rates);
  }

  private static List<Slope.Point> points(List<MeasuredRun> runs) {
    return runs.stream().map(MeasuredRun::point).toList();
  }

  /// Whether nearly all runs behaved alike.
  boolean isSteady() {
    return stray <= STRAY_LIMIT;
  }

  /// Whether either interval reaches into the values from `from` to below `to`.
  boolean overlaps(double from, double to) {
    return theilSen.overlaps(from, to) || leastSquares.overlaps(from, to);
  }
}
