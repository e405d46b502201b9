package dev.toolwire.lab.stall;

/// What is noted about one tool block while a timeline is read. For one thread.
final class InputTrace {

  private static final long NANOS_PER_MILLI = 1_000_000;

  private final long opened;
  private final Deltas deltas = new Deltas();
  private long closed;
  private long lastSign;
  private long maxGap;
  private long maxGapAt;
  private long maxGapOffset;
  private int gapEnd = -1;

  InputTrace(long opened) {
    this.opened = opened;
    this.closed = opened;
    this.lastSign = opened;
    this.maxGapAt = opened;
  }

  void input(long nanos, int bytes) {
    if (bytes == 0) {
      return;
    }
    gap(nanos, deltas.count());
    deltas.add(nanos, bytes);
    lastSign = nanos;
  }

  /// The block ends, or what carries it does.
  void close(long nanos) {
    gap(nanos, -1);
    closed = nanos;
  }

  private void gap(long until, int delta) {
    if (until - lastSign > maxGap) {
      maxGap = until - lastSign;
      maxGapAt = lastSign;
      maxGapOffset = deltas.bytes();
      gapEnd = delta;
    }
  }

  /// The time in gaps of more than `threshold` nanoseconds.
  long silentNanos(long threshold) {
    long silent = 0;
    long last = opened;
    for (int i = 0; i < deltas.count(); i++) {
      silent += longer(deltas.nanos(i) - last, threshold);
      last = deltas.nanos(i);
    }
    return silent + longer(closed - last, threshold);
  }

  private static long longer(long gap, long threshold) {
    return gap > threshold ? gap : 0;
  }

  long opened() {
    return opened;
  }

  long openNanos() {
    return closed - opened;
  }

  long maxGap() {
    return maxGap;
  }

  /// @param began when the run did
  InputMetrics metrics(long began, long silenceThreshold) {
    return new InputMetrics(
        deltas.bytes(),
        opened - began,
        openNanos(),
        (deltas.count() == 0 ? closed : deltas.nanos(0)) - opened,
        maxGap,
        maxGapAt - began,
        maxGapOffset,
        burst(10),
        burst(100),
        burst(1000),
        openNanos() == 0 ? 0 : silentNanos(silenceThreshold) / (double) openNanos(),
        1 - 2 * deltas.meanLateness(opened));
  }

  private long burst(int millis) {
    return gapEnd < 0 ? 0 : deltas.bytesWithin(gapEnd, millis * NANOS_PER_MILLI);
  }
}
