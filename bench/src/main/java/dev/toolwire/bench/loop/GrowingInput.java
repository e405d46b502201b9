package dev.toolwire.bench.loop;

import dev.toolwire.json.IncrementalJson;

/// Looks at a tool's input after every delta, as somebody does who shows it while it is written.
final class GrowingInput {

  private static final int BYTES_PER_TURN = 8 << 20;

  private GrowingInput() {}

  static void measure() {
    nanosPerDelta(64 << 10);
    LoopRun.report(LoopFigure.GROW_16K, nanosPerDelta(16 << 10));
    LoopRun.report(LoopFigure.GROW_64K, nanosPerDelta(64 << 10));
    LoopRun.report(LoopFigure.GROW_256K, nanosPerDelta(256 << 10));
    LoopRun.report(LoopFigure.GROW_1M, nanosPerDelta(1 << 20));
  }

  private static double nanosPerDelta(int length) {
    String input = "{\"content\":\"" + "sixteen letters.".repeat(length / 16) + "\"}";
    int turns = BYTES_PER_TURN / length;
    long deltas = 0;
    long start = System.nanoTime();
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
    return (double) (System.nanoTime() - start) / deltas;
  }
}
