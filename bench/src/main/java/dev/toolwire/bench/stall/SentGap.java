package dev.toolwire.bench.stall;

import dev.toolwire.simulator.SendListener;

/// The longest time in which a simulated model has really sent nothing, since it was asked last.
final class SentGap implements SendListener {

  /// @param from when the piece before the gap was sent, by [System#nanoTime]
  /// @param to when the one behind it was
  record Gap(long from, long to) {

    static final Gap NONE = new Gap(0, 0);

    long nanos() {
      return to - from;
    }
  }

  private boolean began;
  private long last;
  private Gap longest = Gap.NONE;

  @Override
  public synchronized void sends(int bytes, long nanos) {
    if (began && nanos - last > longest.nanos()) {
      longest = new Gap(last, nanos);
    }
    last = nanos;
    began = true;
  }

  /// That gap; begins anew.
  synchronized Gap take() {
    Gap taken = longest;
    longest = Gap.NONE;
    began = false;
    return taken;
  }
}
