package dev.toolwire.bench.pairs;

import dev.toolwire.bench.harness.Alternation;
import dev.toolwire.bench.harness.Arguments;
import dev.toolwire.bench.harness.LineProcess;
import dev.toolwire.bench.harness.Placement;
import dev.toolwire.bench.harness.Rounds;
import dev.toolwire.bench.loop.Workload;
import dev.toolwire.bench.wires.Wire;
import dev.toolwire.bench.wires.WiresServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/// Warms up a process of each contender over a wire, then lets them take turns of a quarter of a
/// second of CPU time, and prints what a loop costs: the median of its turns, and its ratio within
/// a turn to the first and to the last contender, as a median with its 95% interval.
public final class PairsBench {

  private static final int TURNS = 40;

  private final int turns;
  private final List<Placement> placements;
  private final List<Side> sides;

  private PairsBench(List<String> args) {
    this.turns = args.isEmpty() ? TURNS : Integer.parseInt(args.getFirst());
    this.placements = Arguments.chosen(Placement.values(), args);
    this.sides = Side.chosen(args);
  }

  /// Arguments, all optional: turns, then names of wires ([Wire]), of contenders
  /// ([Wire.Contender]), of workloads ([Workload]; `UNARY` and `STREAMING` if none is named) and of
  /// a [Placement], and `BEFORE=` with the `bench.jar` of another version, whose Toolwire then
  /// takes part as well.
  public static void main(String[] args) throws IOException, InterruptedException {
    List<String> given = List.of(args);
    PairsBench bench = new PairsBench(given);
    List<Workload> workloads = Arguments.chosen(Workload.values(), given);
    if (workloads.size() == Workload.values().length) {
      workloads = List.of(Workload.UNARY, Workload.STREAMING);
    }
    ProcessBuilder server = Rounds.java(List.of(WiresServer.class.getName()));
    try (LineProcess wires = LineProcess.start("the server", Placement.APART.server(server))) {
      String port = wires.line();
      for (Wire wire : Arguments.chosen(Wire.values(), given)) {
        for (Workload workload : workloads) {
          bench.measure(wire, workload, port);
        }
      }
    }
  }

  private void measure(Wire wire, Workload workload, String port)
      throws IOException, InterruptedException {
    List<LineProcess> processes = new ArrayList<>();
    try {
      for (Side side : sides) {
        ProcessBuilder command = side.process(wire, workload, port);
        processes.add(LineProcess.start(side.name(), Placement.APART.contender(command)));
      }
      System.err.println("warming up: " + wire + " " + workload);
      processes.forEach(LineProcess::line);
      for (Placement placement : placements) {
        for (LineProcess process : processes) {
          placement.move(process);
        }
        System.out.println(wire + " " + workload + " " + placement);
        print(Alternation.measure(1, turns, processes.stream().map(PairsBench::turn).toList()));
      }
    } finally {
      processes.forEach(LineProcess::close);
    }
  }

  private static DoubleSupplier turn(LineProcess process) {
    return () -> Double.parseDouble(process.ask("turn"));
  }

  private void print(Alternation measured) {
    int last = sides.size() - 1;
    String row = "%-24s %8s   %-24s %s%n";
    System.out.printf(
        row, "", "CPU, us", "to " + sides.getFirst().name(), "to " + sides.getLast().name());
    for (int side = 0; side <= last; side++) {
      System.out.printf(
          row,
          sides.get(side).name(),
          String.format(Locale.ROOT, "%.1f", measured.cost(side).value()),
          measured.ratio(side, 0).format("%.2f"),
          measured.ratio(side, last).format("%.2f"));
    }
    System.out.println();
  }

  /// Who takes part, and the class path with its code.
  private record Side(Wire.Contender contender, String name, String classPath) {

    private static final String BEFORE = "BEFORE=";

    static List<Side> chosen(List<String> args) {
      Optional<String> before =
          args.stream()
              .filter(argument -> argument.startsWith(BEFORE))
              .map(argument -> argument.substring(BEFORE.length()))
              .findFirst();
      List<Side> sides = new ArrayList<>();
      for (Wire.Contender contender : Arguments.chosen(Wire.Contender.values(), args)) {
        String name = contender.name();
        if (contender.isOurs() && before.isPresent()) {
          sides.add(new Side(contender, name + " before", before.get()));
        }
        sides.add(new Side(contender, name, System.getProperty("java.class.path")));
      }
      return sides;
    }

    ProcessBuilder process(Wire wire, Workload workload, String port) {
      return Rounds.java(
          classPath,
          List.of(WarmRun.class.getName(), wire.name(), contender.name(), workload.name(), port));
    }
  }
}
