package dev.toolwire.lab.study;

import dev.toolwire.lab.stall.InputMetrics;
import dev.toolwire.lab.stall.Moment;
import dev.toolwire.lab.stall.StallMetrics;
import dev.toolwire.lab.stall.Timeline;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Draws the sketch of a timeline. For one thread.
final class Sketching {

  /// How many steps of time a sketch has.
  static final int STEPS = 100;

  private final Curve input;
  private final Curve text;
  private final List<Sketch.Span> spans = new ArrayList<>();
  private final Set<Integer> open = new HashSet<>();
  private long opened;

  private Sketching(long step) {
    this.input = new Curve(step);
    this.text = new Curve(step);
  }

  /// The sketch of `timeline`, whose metrics are these.
  static Sketch of(Timeline timeline, StallMetrics metrics) {
    Sketching sketching = new Sketching(Math.max(1, metrics.totalNanos() / STEPS));
    timeline.forEach(sketching::take);
    sketching.close(metrics.totalNanos());
    return new Sketch(
        metrics.totalNanos(),
        sketching.spans,
        metrics.longest().map(Sketching::silence).orElse(new Sketch.Span(0, 0)),
        sketching.input.points(),
        sketching.text.points());
  }

  private static Sketch.Span silence(InputMetrics longest) {
    return new Sketch.Span(longest.maxGapAt(), longest.maxGapAt() + longest.maxGap());
  }

  private void take(Moment moment) {
    switch (moment.kind()) {
      case TOOL_USE_START -> {
        opened = open.isEmpty() ? moment.nanos() : opened;
        open.add(moment.block());
      }
      case TOOL_INPUT_DELTA -> input.add(moment.nanos(), moment.bytes());
      case TEXT_DELTA -> text.add(moment.nanos(), moment.bytes());
      case CONTENT_BLOCK_STOP -> {
        if (open.remove(moment.block()) && open.isEmpty()) {
          spans.add(new Sketch.Span(opened, moment.nanos()));
        }
      }
      case COMPLETED, BROKEN -> close(moment.nanos());
      case SENT,
          HEAD,
          BYTES,
          MESSAGE_START,
          REASONING_DELTA,
          OTHER_CONTENT,
          MESSAGE_STOP,
          METADATA,
          PING,
          UNRECOGNIZED -> {}
    }
  }

  private void close(long nanos) {
    if (!open.isEmpty()) {
      spans.add(new Sketch.Span(opened, nanos));
      open.clear();
    }
  }
}
