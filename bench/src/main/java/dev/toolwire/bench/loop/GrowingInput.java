package dev.toolwire.bench.loop;

import dev.toolwire.json.IncrementalJson;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;

/// Looks at a tool's input after every delta, as somebody does who shows it while it is written. If
/// that is linear, a delta costs the same whatever the length.
public final class GrowingInput {

  /// How a command line asks for this.
  static final String NAME = "GROWING";

  static final List<LoopFigure> FIGURES =
      List.of(LoopFigure.GROW_16K, LoopFigure.GROW_64K, LoopFigure.GROW_256K, LoopFigure.GROW_1M);

  private static final int SHORTEST = 16 << 10;
  private static final int BYTES_PER_TURN = 32 << 20;
  private static final int WARM_UPS = 4;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private GrowingInput() {}

  public static void main(String[] args) {
    for (int i = 0; i < WARM_UPS; i++) {
      FIGURES.forEach(figure -> nanosPerDelta(length(figure)));
    }
    FIGURES.forEach(figure -> figure.print(nanosPerDelta(length(figure))));
  }

  /// Each figure is for an input four times as long as the one before.
  private static int length(LoopFigure figure) {
    return SHORTEST << (2 * FIGURES.indexOf(figure));
  }

  private static double nanosPerDelta(int length) {
    String input = "{\"content\":\"" + "sixteen letters.".repeat(length / 16) + "\"}";
    int turns = BYTES_PER_TURN / length;
    long deltas = 0;
    long start = THREADS.getCurrentThreadCpuTime();
    for (int turn = 0; turn < turns; turn++) {
      IncrementalJson json = new IncrementalJson();
      int seen = 0;
      for (int from = 0; from < input.length(); from += Peppers.DELTA_BYTES) {
        json.feed(input.substring(from, Math.min(input.length(), from + Peppers.DELTA_BYTES)));
        seen += json.partial().orElseThrow().size();
        deltas++;
      }
      if (seen == 0) {
        throw new IllegalStateException("the input never showed its member");
      }
    }
    return (double) (THREADS.getCurrentThreadCpuTime() - start) / deltas;
  }
}
