package dev.toolwire.lab.stall;

/// One finished run of a campaign together with the text control that was paired with it.
///
/// @param strategy how the tool input was asked for, such as `converse`
/// @param shape how the input was divided into parameters
/// @param size the characters that were asked for
/// @param metrics of the run
/// @param controlRate bytes of text per second in the paired control; 0 if it told none
public record MeasuredRun(
    String strategy, Shape shape, int size, StallMetrics metrics, double controlRate) {

  /// Seconds of the longest gap.
  double gapSeconds() {
    return metrics.maxGap() / 1e9;
  }

  /// Bytes of all inputs: of a text that is written in several calls, the whole.
  double bytes() {
    return metrics.inputBytes();
  }

  /// The longest gap, in seconds, over the bytes of input.
  public Slope.Point point() {
    return new Slope.Point(bytes(), gapSeconds());
  }
}
