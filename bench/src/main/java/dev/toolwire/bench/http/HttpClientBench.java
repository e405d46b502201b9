package dev.toolwire.bench.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.toolwire.bench.harness.FigureTable;
import dev.toolwire.bench.harness.Rounds;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Runs every contender of [Roster] against one server, in alternation, each time in a fresh
/// process, and prints medians with ratios to the plain socket.
public final class HttpClientBench {

  private static final int ROUNDS = 3;

  private final Path store;
  private final String[] ports;

  private HttpClientBench(Path store, String portLine) {
    this.store = store;
    this.ports = portLine.split(" ", 3);
  }

  /// Arguments, all optional: rounds, then names of [Roster] to run instead of all.
  public static void main(String[] args) throws IOException, InterruptedException {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : ROUNDS;
    List<Roster> entries =
        args.length > 1
            ? Arrays.stream(args).skip(1).map(Roster::valueOf).toList()
            : List.of(Roster.values());
    Path directory = Files.createTempDirectory("toolwire-bench");
    Path store = Certificate.make(directory);
    Process server = Rounds.java(List.of(LoopbackServer.class.getName(), store.toString())).start();
    try (BufferedReader out = server.inputReader(US_ASCII)) {
      HttpClientBench bench = new HttpClientBench(store, out.readLine());
      System.out.print(bench.run(entries, rounds));
    } finally {
      server.destroy();
      Files.delete(store);
      Files.delete(directory);
    }
  }

  private FigureTable run(List<Roster> entries, int rounds)
      throws IOException, InterruptedException {
    return Rounds.run(
        List.of(HttpFigure.values()),
        entries.stream().map(Roster::name).toList(),
        rounds,
        entry ->
            List.of(
                ContenderRun.class.getName(),
                entry,
                ports[0],
                ports[1],
                ports[2],
                store.toString()));
  }
}
