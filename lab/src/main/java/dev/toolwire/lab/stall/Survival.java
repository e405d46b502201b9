package dev.toolwire.lab.stall;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/// How large an input may be before an idle timeout kills its stream.
///
/// @param idleLimit the timeout
/// @param largestSeen the largest size, in characters, at which and below which every run that came
///   to its end passed; empty if the smallest size failed
/// @param smallestKilled the smallest size at which a run would have been killed; empty if none was
/// @param largestPredicted the size, in characters, at which the fitted line reaches the limit;
///   empty if silences do not grow with the size
public record Survival(
    Duration idleLimit,
    OptionalInt largestSeen,
    OptionalInt smallestKilled,
    OptionalLong largestPredicted) {

  /// Idle timeouts found in products.
  public static final List<Duration> IDLE_LIMITS =
      IntStream.of(20, 30, 60, 100, 120, 125, 180, 240, 300).mapToObj(Duration::ofSeconds).toList();

  /// Who would have survived `idleLimit` among runs of one strategy; at least one run.
  public static Survival of(List<MeasuredRun> runs, Duration idleLimit) {
    OptionalInt killed =
        runs.stream()
            .filter(run -> run.metrics().maxGapBytes() >= idleLimit.toNanos())
            .mapToInt(MeasuredRun::size)
            .min();
    OptionalInt passed =
        runs.stream()
            .filter(run -> run.metrics().complete())
            .mapToInt(MeasuredRun::size)
            .filter(size -> killed.isEmpty() || size < killed.getAsInt())
            .max();
    return new Survival(idleLimit, passed, killed, predicted(runs, idleLimit));
  }

  private static OptionalLong predicted(List<MeasuredRun> runs, Duration idleLimit) {
    Slope line =
        Slope.theilSen(
            runs.stream()
                .map(run -> new Slope.Point(run.size(), run.metrics().maxGapBytes() / 1e9))
                .toList());
    double limit = idleLimit.toNanos() / 1e9;
    return line.slope() > 0
        ? OptionalLong.of(Math.max(0, (long) ((limit - line.intercept()) / line.slope())))
        : OptionalLong.empty();
  }
}
