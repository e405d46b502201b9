package dev.toolwire.lab.stall;

import java.util.Optional;

/// What one timeline says. Times are in nanoseconds; the definitions are in
/// `docs/stall-metrics.md`.
///
/// @param complete whether every answer came to its proper end
/// @param totalNanos from the first request to the last thing seen
/// @param toFirstEvent from the first request to the first event of its answer; to the last thing
///   seen if there was none
/// @param maxGapAny the longest time without any event while a tool block was open
/// @param maxGapBytes the longest time without a byte from the peer while an answer was awaited or
///   under way: what an idle timeout sees
/// @param inputs how many tool inputs there were
/// @param inputBytes UTF-8 bytes of all of them
/// @param toolNanos the time in which a tool block was open
/// @param longest the input with the longest gap; empty if no tool was called
/// @param textRate bytes of text per second between its pieces; 0 if unknown
public record StallMetrics(
    boolean complete,
    long totalNanos,
    long toFirstEvent,
    long maxGapAny,
    long maxGapBytes,
    int inputs,
    long inputBytes,
    long toolNanos,
    Optional<InputMetrics> longest,
    double textRate) {

  /// A silence is at least this long.
  public static final long SILENCE_FLOOR_NANOS = 250_000_000;

  /// A silence is at least this many times the median gap in the text of the same run.
  public static final int SILENCE_FACTOR = 10;

  /// The metrics of `timeline`. A pure function: the same timeline always gives the same metrics.
  public static StallMetrics of(Timeline timeline) {
    TimelineReader reader = new TimelineReader();
    timeline.forEach(reader::take);
    return reader.metrics(timeline.isComplete());
  }

  /// The longest time without a non-empty input delta; 0 if no tool was called.
  public long maxGap() {
    return longest.map(InputMetrics::maxGap).orElse(0L);
  }
}
