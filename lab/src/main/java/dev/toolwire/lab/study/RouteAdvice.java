package dev.toolwire.lab.study;

import dev.toolwire.lab.recording.RecordedRun.Ending;
import dev.toolwire.lab.stall.MeasuredRun;
import dev.toolwire.lab.stall.Shape;
import dev.toolwire.lab.stall.Slope;
import dev.toolwire.lab.stall.Survival;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Whether a route suits an input of some size behind an idle limit, and how that is known.
///
/// @param silence the longest time without a byte that is to be expected, in nanoseconds: on the
///   Theil-Sen line over the sizes that were measured, or what was seen if they were all alike
/// @param damaged the share of its runs whose input was cut or was no JSON
/// @param evidence what it rests on, for a person
public record RouteAdvice(
    RouteStudy route, Fit fit, double silence, double damaged, String evidence) {

  /// How well a route suits; the best first.
  public enum Fit {
    /// Every run of this size or a larger one passed.
    PASSED,
    /// The size was not measured, and the line over those that were stays under the limit.
    FORETOLD,
    /// A run of this size or a smaller one would have been killed, or the line reaches the limit.
    KILLED,
    /// No run came to its end.
    UNKNOWN
  }

  /// One advice for each route of the study, the best first: those that fit, of those the ones that
  /// damage the fewest inputs, of those the ones that are silent for the shortest time.
  ///
  /// @param size in characters
  public static List<RouteAdvice> of(StallStudy study, int size, Duration idleLimit) {
    return study.routes().stream()
        .map(route -> of(route, size, idleLimit))
        .sorted(
            Comparator.comparing(RouteAdvice::fit)
                .thenComparingDouble(RouteAdvice::damaged)
                .thenComparingDouble(RouteAdvice::silence))
        .toList();
  }

  private static RouteAdvice of(RouteStudy route, int size, Duration idleLimit) {
    List<RunStudy> answered =
        route.telling().stream()
            .filter(run -> run.label().shape() == Shape.ONE || lacksOne(route))
            .toList();
    List<MeasuredRun> runs = answered.stream().map(RunStudy::measured).toList();
    if (runs.stream().noneMatch(run -> run.metrics().complete())) {
      return new RouteAdvice(route, Fit.UNKNOWN, 0, 0, "no run came to its end");
    }
    double silence = silence(runs, size);
    Survival survival = Survival.of(runs, idleLimit);
    Fit fit = judged(survival, size, silence, idleLimit);
    double damaged =
        answered.stream().filter(run -> run.ending() == Ending.DAMAGED).count()
            / (double) answered.size();
    return new RouteAdvice(route, fit, silence, damaged, evidence(runs, fit, damaged));
  }

  private static boolean lacksOne(RouteStudy route) {
    return route.runs().stream().noneMatch(run -> run.label().shape() == Shape.ONE);
  }

  private static double silence(List<MeasuredRun> runs, int size) {
    Slope line =
        Slope.theilSen(
            runs.stream()
                .map(run -> new Slope.Point(run.size(), run.metrics().maxGapBytes()))
                .toList());
    double seen = runs.stream().mapToDouble(run -> run.metrics().maxGapBytes()).max().orElse(0);
    return Double.isNaN(line.slope()) ? seen : Math.max(0, line.at(size));
  }

  private static Fit judged(Survival survival, int size, double silence, Duration idleLimit) {
    if (survival.smallestKilled().isPresent() && survival.smallestKilled().getAsInt() <= size) {
      return Fit.KILLED;
    }
    if (survival.largestSeen().isPresent() && survival.largestSeen().getAsInt() >= size) {
      return Fit.PASSED;
    }
    return silence < idleLimit.toNanos() ? Fit.FORETOLD : Fit.KILLED;
  }

  private static String evidence(List<MeasuredRun> runs, Fit fit, double damaged) {
    int largest = runs.stream().mapToInt(MeasuredRun::size).max().orElse(0);
    String words =
        String.format(
            Locale.ROOT,
            "%d runs of up to %,d characters%s",
            runs.size(),
            largest,
            fit == Fit.FORETOLD ? "; larger inputs are foretold by the line over them" : "");
    return damaged == 0
        ? words
        : words + String.format(Locale.ROOT, "; %.0f%% of the inputs were damaged", damaged * 100);
  }
}
