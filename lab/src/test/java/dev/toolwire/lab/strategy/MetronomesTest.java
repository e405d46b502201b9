package dev.toolwire.lab.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// No thread wakes at the very nanosecond, and none sleeps for an hour too long.
class MetronomesTest {

  private static final Duration BEAT = Duration.ofMillis(1);

  @Test
  void whoeverWakesBeyondTheToleranceIsLate() {
    try (Metronomes strict = Metronomes.start(BEAT, Duration.ZERO)) {
      long from = System.nanoTime();
      Duration late = Duration.ZERO;
      while (late.isZero()) {
        late = strict.lateness(from, System.nanoTime());
      }

      assertThat(late).isPositive();
      assertThat(strict.lateness(from - 2_000_000_000L, from - 1_000_000_000L)).isZero();
    }
  }

  @Test
  void whoeverWakesWithinItIsInTime() {
    try (Metronomes lenient = Metronomes.start(BEAT, Duration.ofHours(1))) {
      long from = System.nanoTime();

      assertThat(lenient.lateness(from, from + 1_000_000_000L)).isZero();
    }
  }
}
