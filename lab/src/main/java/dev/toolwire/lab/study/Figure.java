package dev.toolwire.lab.study;

import dev.toolwire.lab.stall.InputMetrics;
import dev.toolwire.lab.stall.StallMetrics;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// A figure of one run that is summarised over the runs of a cell; defined in
/// `docs/stall-metrics.md` by the same word.
public enum Figure {
  /// From the first request to the first event of its answer.
  TO_FIRST_EVENT(Unit.NANOSECONDS, StallMetrics::toFirstEvent),
  /// From the start of the tool block to the first byte of its input.
  TO_FIRST_BYTE(Unit.NANOSECONDS, ofInput(InputMetrics::toFirstByte)),
  /// The longest time without a byte of input while its block was open.
  MAX_GAP(Unit.NANOSECONDS, StallMetrics::maxGap),
  /// The longest time without any event while a tool block was open.
  MAX_GAP_ANY(Unit.NANOSECONDS, StallMetrics::maxGapAny),
  /// The longest time without a byte from the peer.
  MAX_GAP_BYTES(Unit.NANOSECONDS, StallMetrics::maxGapBytes),
  /// The share of the input that came within 100 ms from the end of the longest gap.
  BURST_100(Unit.SHARE, ofInput(input -> input.share(input.burst100()))),
  /// The share of the open time that lay in silences.
  SILENT_SHARE(Unit.SHARE, ofInput(InputMetrics::silentShare)),
  /// 1 if the input came at a constant rate, 0 if all came at the end.
  SMOOTHNESS(Unit.SHARE, ofInput(InputMetrics::smoothness)),
  /// The time in which any tool block was open.
  TOOL_TIME(Unit.NANOSECONDS, StallMetrics::toolNanos),
  /// The whole run.
  TOTAL(Unit.NANOSECONDS, StallMetrics::totalNanos);

  /// What a figure is counted in.
  public enum Unit {
    NANOSECONDS,
    /// From 0 to 1.
    SHARE
  }

  private final Unit unit;

  @SuppressWarnings("ImmutableEnumChecker") // a method reference
  private final ToDoubleFunction<StallMetrics> value;

  Figure(Unit unit, ToDoubleFunction<StallMetrics> value) {
    this.unit = unit;
    this.value = value;
  }

  /// A run without a tool input has no such figure, which is told as 0.
  private static ToDoubleFunction<StallMetrics> ofInput(ToDoubleFunction<InputMetrics> figure) {
    return metrics -> metrics.longest().map(figure::applyAsDouble).orElse(0.0);
  }

  public Unit unit() {
    return unit;
  }

  /// The figure of one run.
  public double of(StallMetrics metrics) {
    return value.applyAsDouble(metrics);
  }

  /// Its word in `docs/stall-metrics.md` and in the heads of columns, such as `max_gap`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
