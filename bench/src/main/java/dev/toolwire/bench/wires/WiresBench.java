package dev.toolwire.bench.wires;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.toolwire.bench.harness.Arguments;
import dev.toolwire.bench.harness.FigureTable;
import dev.toolwire.bench.harness.Placement;
import dev.toolwire.bench.harness.Rounds;
import dev.toolwire.bench.loop.Workload;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;

/// Runs every workload of every contender over each wire, contenders in alternation, and prints a
/// table for each wire: medians with ratios to the bare socket.
public final class WiresBench {

  private static final int ROUNDS = 3;
  private static final String QUICK = "QUICK";

  private final List<Wire.Contender> contenders;
  private final List<Workload> workloads;
  private final Placement placement;
  private final int rounds;
  private final String longestWarmUp;
  private final String windows;

  private WiresBench(List<String> args) {
    boolean quick = args.contains(QUICK);
    this.rounds = args.isEmpty() ? ROUNDS : Integer.parseInt(args.getFirst());
    this.contenders = Arguments.chosen(Wire.Contender.values(), args);
    this.workloads =
        Arguments.chosen(Workload.values(), args).stream()
            .filter(workload -> workload != Workload.SIGNED)
            .toList();
    this.placement = Arguments.chosen(Placement.values(), args).getFirst();
    this.longestWarmUp = quick ? "10" : "60";
    this.windows = quick ? "3" : "7";
  }

  /// Arguments, all optional: rounds, then names of a [Wire], of contenders ([Wire.Contender]) and
  /// of workloads ([Workload]) to run instead of all, a [Placement] other than `APART`, and `QUICK`
  /// for a shorter warm-up and fewer windows.
  public static void main(String[] args) throws IOException, InterruptedException {
    WiresBench bench = new WiresBench(List.of(args));
    Process server =
        bench.placement.server(Rounds.java(List.of(WiresServer.class.getName()))).start();
    try (BufferedReader out = server.inputReader(US_ASCII)) {
      String port = out.readLine();
      for (Wire wire : Arguments.chosen(Wire.values(), List.of(args))) {
        FigureTable table = bench.measured(wire, port);
        System.out.println(wire);
        System.out.println(table);
      }
    } finally {
      server.destroy();
    }
  }

  private FigureTable measured(Wire wire, String port) throws IOException, InterruptedException {
    FigureTable table =
        new FigureTable(
            workloads.stream().flatMap(workload -> workload.figures().stream()).toList(),
            contenders.stream().map(Wire.Contender::name).toList(),
            rounds);
    for (int round = 0; round < rounds; round++) {
      for (Workload workload : workloads) {
        for (Wire.Contender contender : contenders) {
          System.err.printf(
              "round %d of %d: %s %s %s%n", round + 1, rounds, wire, workload, contender);
          List<String> run =
              List.of(
                  WiresRun.class.getName(),
                  wire.name(),
                  contender.name(),
                  workload.name(),
                  longestWarmUp,
                  windows,
                  port);
          Rounds.measure(table, contender.name(), round, placement.contender(Rounds.java(run)));
        }
      }
    }
    return table;
  }
}
