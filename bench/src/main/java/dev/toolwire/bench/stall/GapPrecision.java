package dev.toolwire.bench.stall;

import dev.toolwire.bench.harness.MachineTime;
import dev.toolwire.lab.recording.RunLabel;
import dev.toolwire.lab.stall.InputMetrics;
import dev.toolwire.lab.stall.Shape;
import dev.toolwire.lab.stall.StallMetrics;
import dev.toolwire.lab.strategy.SimulatedReaches;
import dev.toolwire.lab.strategy.SimulatedRoute;
import dev.toolwire.lab.strategy.StallRunner;
import dev.toolwire.lab.strategy.Strategy;
import dev.toolwire.lab.strategy.Timekeeping;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// How far the longest gap that is measured is from the one that is programmed, and from the one
/// that the simulated model has really made: runs one after the other against loopback ports, in
/// real time, over three wires.
///
/// The first error is the machine's, the simulator's and the instrument's together, the second is
/// without the simulator's. Of both, the machine's part is left out: only runs count in which it
/// kept time around the two moments that make the gap.
final class GapPrecision {

  private static final int RUNS = 200;
  private static final int MOST_RUNS = 5 * RUNS;

  /// How late a metronome may be on a machine that keeps time.
  private static final Duration IN_TIME = Duration.ofMillis(2);

  /// How long before and after the beginning and the end of a gap it has to keep time.
  private static final long AROUND = Duration.ofMillis(10).toNanos();

  private static final int SIZE = 1_000;
  private static final List<Strategy> WIRES =
      List.of(Strategy.CONVERSE, Strategy.MESSAGES, Strategy.CHAT);

  /// What [SimulatedRoute#BUFFERED] is played at: a delta of 8 characters every 4 ms.
  private static final int DELTA = 8;

  private static final double EVERY_MILLIS = 4;

  /// In milliseconds, positive where too much was measured.
  private record Errors(double fromProgram, double fromSent, Duration machine) {

    boolean inTime() {
      return machine.isZero();
    }
  }

  private GapPrecision() {}

  static void main(String[] args) throws IOException, InterruptedException {
    StallRunner.rehearse(WIRES);
    SentGap sent = new SentGap();
    List<Errors> all = new ArrayList<>();
    try (SimulatedReaches simulated = new SimulatedReaches(1, sent);
        MachineTime machine = MachineTime.watched(IN_TIME)) {
      StallRunner runner =
          new StallRunner(simulated, StallRunner.PIECE_SIZE, (_, _) -> {}, Timekeeping.TRUSTED);
      while (all.size() < MOST_RUNS && all.stream().filter(Errors::inTime).count() < RUNS) {
        InputMetrics input = run(runner, all.size());
        SentGap.Gap gap = sent.take();
        double measured = input.maxGap() / 1e6;
        double programmed = Math.ceilDiv(input.bytes(), DELTA) * EVERY_MILLIS;
        all.add(
            new Errors(
                measured - programmed, measured - gap.nanos() / 1e6, lateness(machine, gap)));
      }
    }
    report(all);
  }

  private static InputMetrics run(StallRunner runner, int number) throws InterruptedException {
    RunLabel label =
        new RunLabel(
            WIRES.get(number % WIRES.size()).word(),
            SimulatedReaches.PREFIX + SimulatedRoute.BUFFERED.model(),
            Shape.ONE,
            SIZE,
            number + 1,
            false);
    return StallMetrics.of(runner.run(label).timeline()).longest().orElseThrow();
  }

  /// How late the machine was when the gap began or when it ended.
  private static Duration lateness(Timekeeping machine, SentGap.Gap gap) {
    return Collections.max(
        List.of(
            machine.lateness(gap.from() - AROUND, gap.from() + AROUND),
            machine.lateness(gap.to() - AROUND, gap.to() + AROUND)));
  }

  private static void report(List<Errors> all) {
    List<Errors> kept = all.stream().filter(Errors::inTime).toList();
    System.out.printf(
        Locale.ROOT,
        "longest gap over three wires: %d runs, %d of them left out because the machine was more"
            + " than %d ms late%n",
        all.size(),
        all.size() - kept.size(),
        IN_TIME.toMillis());
    print("measured against programmed, machine in time", kept, Errors::fromProgram);
    print("measured against programmed, all", all, Errors::fromProgram);
    print("measured against sent, machine in time", kept, Errors::fromSent);
    print("measured against sent, all", all, Errors::fromSent);
  }

  private static void print(String what, List<Errors> runs, ToDoubleFunction<Errors> error) {
    if (runs.isEmpty()) {
      System.out.println("  " + what + ": no run");
      return;
    }
    double[] off = runs.stream().mapToDouble(error).map(Math::abs).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "  %-45s median %.2f ms off, p99 %.2f ms, most %.2f ms%n",
        what + ":",
        off[off.length / 2],
        off[Math.ceilDiv(off.length * 99, 100) - 1],
        off[off.length - 1]);
  }
}
