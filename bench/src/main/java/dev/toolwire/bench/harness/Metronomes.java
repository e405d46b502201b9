package dev.toolwire.bench.harness;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// Whether the machine keeps time: as many threads as it has processors sleep for a millisecond
/// again and again, and note when they wake. On a virtual machine whose host is busy, or beside
/// other programs, that is tens of milliseconds late now and then, and whatever else happens on the
/// machine at such a time is late as well.
///
/// They run in a process of their own, so that a pause of this one, as of its collector, is not
/// theirs. Linux gives both the same monotonic clock.
public final class Metronomes implements AutoCloseable {

  private final Process process;
  private final Writer questions;
  private final BufferedReader answers;

  private Metronomes(Process process) {
    this.process = process;
    this.questions = process.outputWriter(US_ASCII);
    this.answers = process.inputReader(US_ASCII);
  }

  public static Metronomes start() throws IOException {
    return new Metronomes(
        Rounds.java(List.of("-Xmx32m", "-XX:+UseSerialGC"), List.of(Beating.class.getName()))
            .start());
  }

  /// The most by which one of them woke late when it should have within a span of time, or slept
  /// into it.
  ///
  /// @param from by [System#nanoTime]; some seconds ago at most
  /// @param to later than `from`
  public Duration lateness(long from, long to) {
    try {
      questions.write(from + " " + to + "\n");
      questions.flush();
      String answer = answers.readLine();
      if (answer == null) {
        throw new IOException("the metronomes have stopped");
      }
      return Duration.ofNanos(Long.parseLong(answer));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Override
  public void close() {
    process.destroy();
  }

  /// The process of the metronomes: two times in, a number of nanoseconds out.
  static final class Beating {

    private static final long BEAT_NANOS = Duration.ofMillis(1).toNanos();

    /// Beats that are remembered, all threads together.
    private static final int MEMORY = 20_000;

    private record Beat(long due, long woke) {

      boolean touches(long from, long to) {
        return due <= to && woke >= from;
      }

      long lateness() {
        return woke - due;
      }
    }

    private final Deque<Beat> beats = new ArrayDeque<>();

    private Beating() {}

    public static void main(String[] args) throws IOException {
      Beating beating = new Beating();
      for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
        Thread.ofPlatform().daemon().start(beating::beat);
      }
      BufferedReader in = new BufferedReader(new InputStreamReader(System.in, US_ASCII));
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        int space = line.indexOf(' ');
        long from = Long.parseLong(line.substring(0, space));
        System.out.println(beating.lateness(from, Long.parseLong(line.substring(space + 1))));
      }
    }

    private void beat() {
      while (true) {
        long due = System.nanoTime() + BEAT_NANOS;
        LockSupport.parkNanos(BEAT_NANOS);
        note(new Beat(due, System.nanoTime()));
      }
    }

    private synchronized void note(Beat beat) {
      beats.addLast(beat);
      if (beats.size() > MEMORY) {
        beats.removeFirst();
      }
    }

    private synchronized long lateness(long from, long to) {
      return beats.stream()
          .filter(beat -> beat.touches(from, to))
          .mapToLong(Beat::lateness)
          .max()
          .orElseThrow(() -> new IllegalStateException("no beat at that time is remembered"));
    }
  }
}
