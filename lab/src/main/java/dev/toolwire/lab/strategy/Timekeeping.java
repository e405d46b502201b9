package dev.toolwire.lab.strategy;

import java.time.Duration;

/// Whether the machine that measures has kept time itself: what it slept through, it stamps late.
@FunctionalInterface
public interface Timekeeping {

  /// Trusts the machine.
  Timekeeping TRUSTED = (_, _) -> Duration.ZERO;

  /// The most by which it was late within a span of time; zero if it was in time.
  ///
  /// @param from by [System#nanoTime]
  /// @param to not before `from`
  Duration lateness(long from, long to);
}
