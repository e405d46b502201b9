package dev.toolwire.bench.stall;

import dev.toolwire.lab.recording.RecordedRun;
import dev.toolwire.lab.recording.RunLabel;
import dev.toolwire.lab.stall.InputMetrics;
import dev.toolwire.lab.stall.Shape;
import dev.toolwire.lab.stall.StallMetrics;
import dev.toolwire.lab.strategy.SimulatedReaches;
import dev.toolwire.lab.strategy.SimulatedRoute;
import dev.toolwire.lab.strategy.StallRunner;
import dev.toolwire.lab.strategy.Strategy;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// How far the longest gap that is measured is from the one that is programmed: runs one after the
/// other against simulated models on loopback ports, in real time, over three wires.
final class GapPrecision {

  private static final int RUNS = 200;
  private static final int SIZE = 1_000;
  private static final List<Strategy> WIRES =
      List.of(Strategy.CONVERSE, Strategy.MESSAGES, Strategy.CHAT);

  /// What [SimulatedRoute#BUFFERED] is played at: a delta of 8 characters every 4 ms.
  private static final int DELTA = 8;

  private static final double EVERY_MILLIS = 4;

  private GapPrecision() {}

  static void main(String[] args) throws InterruptedException {
    double[] errors = new double[RUNS];
    StallRunner.rehearse(WIRES);
    try (SimulatedReaches simulated = new SimulatedReaches(1)) {
      StallRunner runner = new StallRunner(simulated, StallRunner.PIECE_SIZE, (_, _) -> {});
      for (int i = 0; i < RUNS; i++) {
        RunLabel label =
            new RunLabel(
                WIRES.get(i % WIRES.size()).word(),
                SimulatedReaches.PREFIX + SimulatedRoute.BUFFERED.model(),
                Shape.ONE,
                SIZE,
                i + 1,
                false);
        errors[i] = Math.abs(error(runner.run(label)));
      }
    }
    Arrays.sort(errors);
    System.out.printf(
        Locale.ROOT,
        "longest gap, measured against programmed, %d runs: median %.2f ms off, p99 %.2f ms,"
            + " most %.2f ms%n",
        RUNS,
        errors[RUNS / 2],
        errors[RUNS * 99 / 100 - 1],
        errors[RUNS - 1]);
  }

  private static double error(RecordedRun run) {
    InputMetrics input = StallMetrics.of(run.timeline()).longest().orElseThrow();
    return input.maxGap() / 1e6 - Math.ceilDiv(input.bytes(), DELTA) * EVERY_MILLIS;
  }
}
