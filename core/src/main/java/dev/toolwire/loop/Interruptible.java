package dev.toolwire.loop;

import org.jspecify.annotations.Nullable;

/// A stretch of work that another thread may interrupt, without the interrupt ever hitting what its
/// thread does afterwards.
final class Interruptible {

  private @Nullable Thread thread;
  private boolean broken;

  synchronized void begin() {
    if (broken) {
      Thread.currentThread().interrupt();
    }
    thread = Thread.currentThread();
  }

  /// Ends the stretch and takes back an interrupt that came from [#breakOff].
  synchronized void end() {
    thread = null;
    if (broken) {
      Thread.interrupted();
    }
  }

  /// Interrupts the stretch, now or when it begins; does nothing once it has ended.
  synchronized void breakOff() {
    broken = true;
    if (thread != null) {
      thread.interrupt();
    }
  }
}
