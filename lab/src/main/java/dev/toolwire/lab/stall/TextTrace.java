package dev.toolwire.lab.stall;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Median;

/// What is noted about the text of an answer while a timeline is read. For one thread.
final class TextTrace {

  private double[] gaps = new double[64];
  private int count;
  private long firstNanos = -1;
  private long lastNanos;
  private long bytesAfterFirst;

  void text(long nanos, int bytes) {
    if (bytes == 0) {
      return;
    }
    if (firstNanos < 0) {
      firstNanos = nanos;
    } else {
      if (count == gaps.length) {
        gaps = Arrays.copyOf(gaps, count * 2);
      }
      gaps[count++] = nanos - lastNanos;
      bytesAfterFirst += bytes;
    }
    lastNanos = nanos;
  }

  /// Another answer begins: the time between two answers is no gap in a text.
  void interrupt() {
    firstNanos = -1;
  }

  /// The median time between two pieces of text, in nanoseconds; 0 if there were fewer than two.
  double medianGap() {
    return count == 0 ? 0 : Median.withDefaults().evaluateRange(gaps, 0, count);
  }

  /// Bytes per second between pieces; 0 if there were fewer than two, or all came at once.
  double bytesPerSecond() {
    double span = Arrays.stream(gaps, 0, count).sum();
    return span == 0 ? 0 : bytesAfterFirst * 1e9 / span;
  }
}
