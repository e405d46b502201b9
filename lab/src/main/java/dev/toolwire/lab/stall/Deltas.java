package dev.toolwire.lab.stall;

import java.util.Arrays;

/// The non-empty deltas of one block: when each came and how many bytes had come by then. Grows;
/// for one thread.
final class Deltas {

  private long[] nanos = new long[64];
  private long[] total = new long[64];
  private int count;

  void add(long at, int bytes) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, count * 2);
      total = Arrays.copyOf(total, count * 2);
    }
    nanos[count] = at;
    total[count] = bytes() + bytes;
    count++;
  }

  int count() {
    return count;
  }

  /// When the delta with this number, from 0, came.
  long nanos(int delta) {
    return nanos[delta];
  }

  /// Bytes of all deltas.
  long bytes() {
    return count == 0 ? 0 : total[count - 1];
  }

  /// Bytes of the deltas before the one with this number.
  long bytesBefore(int delta) {
    return delta == 0 ? 0 : total[delta - 1];
  }

  /// Bytes that came from the delta with this number until `nanos` later, both included.
  long bytesWithin(int delta, long span) {
    long until = nanos[delta] + span;
    int last = delta;
    while (last + 1 < count && nanos[last + 1] <= until) {
      last++;
    }
    return total[last] - bytesBefore(delta);
  }

  /// How late the bytes came, against a constant rate from `open` to the last of them: the mean
  /// over bytes of the positive difference, as a share of that time. 0 at a constant rate, one half
  /// if all came at the end.
  double meanLateness(long open) {
    double span = count == 0 ? 0 : nanos[count - 1] - (double) open;
    if (span <= 0) {
      return 0;
    }
    double late = 0;
    for (int i = 0; i < count; i++) {
      double from = bytesBefore(i) / (double) bytes();
      double to = total[i] / (double) bytes();
      late += lateness((nanos[i] - open) / span, from, to);
    }
    return late;
  }

  /// The integral of `max(0, at - due)` over the bytes that are due between `from` and `to`.
  private static double lateness(double at, double from, double to) {
    double end = Math.min(at, to);
    return end <= from ? 0 : (end - from) * (at - (from + end) / 2);
  }
}
