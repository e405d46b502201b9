package dev.toolwire.bench.loop;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.toolwire.bench.harness.Arguments;
import dev.toolwire.bench.harness.FigureTable;
import dev.toolwire.bench.harness.Placement;
import dev.toolwire.bench.harness.Rounds;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/// Runs every workload of every contender of [LoopRoster] against one server, contenders in
/// alternation, and prints medians with ratios to the bare socket.
public final class LoopBench {

  private static final int ROUNDS = 3;

  private final List<LoopRoster> entries;
  private final List<Workload> workloads;
  private final Placement placement;
  private final boolean growing;
  private final int rounds;
  private final FigureTable table;

  private LoopBench(List<String> args) {
    this.rounds = args.isEmpty() ? ROUNDS : Integer.parseInt(args.getFirst());
    this.entries = Arguments.chosen(LoopRoster.values(), args);
    this.placement = Arguments.chosen(Placement.values(), args).getFirst();
    boolean onlyGrowing = args.contains(GrowingInput.NAME);
    List<Workload> named = Arguments.chosen(Workload.values(), args);
    boolean all = named.size() == Workload.values().length;
    this.workloads = onlyGrowing && all ? List.of() : named;
    this.growing = (onlyGrowing || all) && entries.contains(LoopRoster.TOOLWIRE);
    this.table =
        new FigureTable(
            Stream.concat(
                    workloads.stream().flatMap(workload -> workload.figures().stream()),
                    growing ? GrowingInput.FIGURES.stream() : Stream.empty())
                .toList(),
            entries.stream().map(LoopRoster::name).toList(),
            rounds);
  }

  /// Arguments, all optional: rounds, then names of contenders ([LoopRoster]) and of workloads
  /// ([Workload], `GROWING`) to run instead of all, and a [Placement] other than `APART`.
  public static void main(String[] args) throws IOException, InterruptedException {
    LoopBench bench = new LoopBench(List.of(args));
    Process server =
        bench.placement.server(Rounds.java(List.of(CannedServer.class.getName()))).start();
    try (BufferedReader out = server.inputReader(US_ASCII)) {
      System.out.print(bench.measured(out.readLine()));
    } finally {
      server.destroy();
    }
  }

  private FigureTable measured(String port) throws IOException, InterruptedException {
    for (int round = 0; round < rounds; round++) {
      for (Workload workload : workloads) {
        for (LoopRoster entry : entries) {
          if (workload.isFor(entry)) {
            run(round, entry, LoopRun.class.getName(), entry.name(), workload.name(), port);
          }
        }
      }
      if (growing) {
        run(round, LoopRoster.TOOLWIRE, GrowingInput.class.getName());
      }
    }
    return table;
  }

  private void run(int round, LoopRoster entry, String... mainAndArguments)
      throws IOException, InterruptedException {
    System.err.println(
        "round " + (round + 1) + " of " + rounds + ": " + String.join(" ", mainAndArguments));
    ProcessBuilder process = placement.contender(Rounds.java(List.of(mainAndArguments)));
    Rounds.measure(table, entry.name(), round, process);
  }
}
