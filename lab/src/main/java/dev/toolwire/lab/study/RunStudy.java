package dev.toolwire.lab.study;

import dev.toolwire.lab.recording.RecordedRun.Ending;
import dev.toolwire.lab.recording.RunLabel;
import dev.toolwire.lab.stall.MeasuredRun;
import dev.toolwire.lab.stall.StallMetrics;
import java.time.Instant;

/// One run, or one text control, as a report shows it.
///
/// @param began the wall-clock time of its zero
/// @param words what there is to say about the ending; may be empty
/// @param controlRate bytes of text per second in the paired control; 0 if it told none, or for a
///   control
public record RunStudy(
    RunLabel label,
    Instant began,
    Ending ending,
    String words,
    StallMetrics metrics,
    double controlRate,
    Sketch sketch) {

  /// What verdicts and limits are computed from.
  MeasuredRun measured() {
    return new MeasuredRun(label.strategy(), label.shape(), label.size(), metrics, controlRate);
  }
}
