package dev.toolwire.lab.strategy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Threads that sleep for a moment again and again and note when they wake too late: as many as the
/// machine has processors, and a virtual one among those that runs go on.
///
/// On a virtual machine whose host is busy, beside other programs or while this process collects
/// its garbage, that is tens of milliseconds late now and then, and whatever else was to happen
/// meanwhile is late as well. Safe for use by many threads.
public final class Metronomes implements Timekeeping, AutoCloseable {

  /// Less than half of the [shortest silence][StallMetrics#SILENCE_FLOOR_NANOS] that makes a run
  /// stray.
  private static final Duration TOLERANCE = Duration.ofMillis(100);

  private static final Duration BEAT = Duration.ofMillis(10);

  /// Late beats that are remembered.
  private static final int MEMORY = 10_000;

  private record Beat(long due, long woke) {

    boolean touches(long from, long to) {
      return due <= to && woke >= from;
    }

    long lateness() {
      return woke - due;
    }
  }

  private final long beat;
  private final long tolerance;
  private final List<Metronome> metronomes;
  private final Deque<Beat> late = new ArrayDeque<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  private Metronomes(Duration beat, Duration tolerance) {
    this.beat = beat.toNanos();
    this.tolerance = tolerance.toNanos();
    int processors = Runtime.getRuntime().availableProcessors();
    this.metronomes = Stream.generate(Metronome::new).limit(processors + 1L).toList();
  }

  /// Metronomes for runs that take seconds.
  public static Metronomes start() {
    return start(BEAT, TOLERANCE);
  }

  /// Metronomes that beat until they are closed.
  ///
  /// @param beat for how long a metronome sleeps
  /// @param tolerance how late it may wake on a machine that keeps time
  public static Metronomes start(Duration beat, Duration tolerance) {
    Metronomes all = new Metronomes(beat, tolerance);
    for (Metronome metronome : all.metronomes) {
      boolean first = metronome == all.metronomes.getFirst();
      Thread.Builder thread = first ? Thread.ofVirtual() : Thread.ofPlatform().daemon();
      thread.name("metronome").start(metronome);
    }
    return all;
  }

  @Override
  public Duration lateness(long from, long to) {
    long now = System.nanoTime();
    Stream<Beat> asleep = metronomes.stream().map(each -> new Beat(each.due, now));
    synchronized (late) {
      return Duration.ofNanos(
          Stream.concat(late.stream(), asleep)
              .filter(each -> each.lateness() > tolerance && each.touches(from, to))
              .mapToLong(Beat::lateness)
              .max()
              .orElse(0));
    }
  }

  private void note(Beat one) {
    if (one.lateness() <= tolerance) {
      return;
    }
    synchronized (late) {
      late.addLast(one);
      if (late.size() > MEMORY) {
        late.removeFirst();
      }
    }
  }

  @Override
  public void close() {
    closed.countDown();
  }

  private final class Metronome implements Runnable {

    /// When it should wake; what has not begun is not late.
    private volatile long due = Long.MAX_VALUE;

    @Override
    public void run() {
      try {
        boolean over = false;
        while (!over) {
          due = System.nanoTime() + beat;
          over = closed.await(beat, TimeUnit.NANOSECONDS);
          note(new Beat(due, System.nanoTime()));
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
