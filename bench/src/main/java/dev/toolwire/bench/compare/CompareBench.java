package dev.toolwire.bench.compare;

import dev.toolwire.bench.harness.FigureTable;
import dev.toolwire.bench.harness.Rounds;
import java.io.IOException;
import java.util.List;

/// Six scripted models, 50 scenarios, 20 trials: 6,000 runs in a heap of 512 MiB, once without and
/// once with a folder in which they are kept with all that went over the wire.
public final class CompareBench {

  private static final String TRIALS = "20";

  private CompareBench() {}

  /// Argument, optional: how many trials.
  public static void main(String[] args) throws IOException, InterruptedException {
    String trials = args.length > 0 ? args[0] : TRIALS;
    List<String> ways = List.of(CompareRun.FORGET, CompareRun.KEEP);
    FigureTable table = new FigureTable(List.of(CompareFigure.values()), ways, 1);
    for (String way : ways) {
      Rounds.measure(
          table,
          way,
          0,
          Rounds.java(
              List.of("-Xmx512m", "-XX:+UseSerialGC"),
              List.of(CompareRun.class.getName(), way, trials)));
    }
    System.out.print("6 models, 50 scenarios, " + trials + " trials\n" + table);
  }
}
