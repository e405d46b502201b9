package dev.toolwire.lab.study;

import java.util.ArrayList;
import java.util.List;

/// Bytes over time with few points: one for each step of time, and both ends of every gap that is
/// longer than a step, so that a burst keeps its edge. For one thread.
final class Curve {

  private final long step;
  private final List<Sketch.Point> points = new ArrayList<>();
  private long bytes;
  private long last;

  /// @param step in nanoseconds
  Curve(long step) {
    this.step = step;
  }

  void add(long nanos, int more) {
    if (more == 0) {
      return;
    }
    if (!points.isEmpty()) {
      if (nanos - last >= step && points.getLast().nanos() < last) {
        points.add(new Sketch.Point(last, bytes));
      }
      if (nanos - points.getLast().nanos() >= step) {
        points.add(new Sketch.Point(nanos, bytes + more));
      }
    } else {
      points.add(new Sketch.Point(nanos, more));
    }
    bytes += more;
    last = nanos;
  }

  List<Sketch.Point> points() {
    if (!points.isEmpty() && points.getLast().bytes() < bytes) {
      points.add(new Sketch.Point(last, bytes));
    }
    return points;
  }
}
