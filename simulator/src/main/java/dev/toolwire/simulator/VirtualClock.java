package dev.toolwire.simulator;

import dev.toolwire.model.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// A clock that goes on only when somebody waits on it, and then at once. Safe for use by many
/// threads, but only one thread at a time sees it go by as it would expect.
public final class VirtualClock implements Ticker {

  private final AtomicLong now = new AtomicLong();

  @Override
  public long nanos() {
    return now.get();
  }

  /// Lets time pass.
  public void advance(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("time goes forward, not by " + time);
    }
    now.addAndGet(time.toNanos());
  }

  void advanceTo(long nanos) {
    now.accumulateAndGet(nanos, Math::max);
  }
}
