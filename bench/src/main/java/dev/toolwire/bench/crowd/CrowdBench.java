package dev.toolwire.bench.crowd;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.toolwire.bench.harness.FigureTable;
import dev.toolwire.bench.harness.Rounds;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;

/// Opens many paced streams in a heap of 1 GiB. Both ends take a file descriptor for each: `ulimit
/// -n` has to allow it.
public final class CrowdBench {

  private static final String STREAMS = "10000";
  private static final String TOOLWIRE = "TOOLWIRE";

  private CrowdBench() {}

  /// Argument, optional: how many streams.
  public static void main(String[] args) throws IOException, InterruptedException {
    String streams = args.length > 0 ? args[0] : STREAMS;
    FigureTable table = new FigureTable(List.of(CrowdFigure.values()), List.of(TOOLWIRE), 1);
    Process server = Rounds.java(List.of(CrowdServer.class.getName())).start();
    try (BufferedReader out = server.inputReader(US_ASCII)) {
      List<String> client = List.of(CrowdRun.class.getName(), out.readLine(), streams);
      Rounds.measure(table, TOOLWIRE, 0, Rounds.java(List.of("-Xmx1g"), client));
    } finally {
      server.destroy();
    }
    System.out.print(streams + " open streams\n" + table);
  }
}
