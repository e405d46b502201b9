package dev.toolwire.bench.loop;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.toolwire.bench.harness.Rounds;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/// Runs every contender of [LoopRoster] against one server and prints medians with ratios to the
/// bare socket.
public final class LoopBench {

  private static final int ROUNDS = 3;

  private LoopBench() {}

  /// Arguments, all optional: rounds, then names of [LoopRoster] to run instead of all.
  public static void main(String[] args) throws IOException, InterruptedException {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : ROUNDS;
    List<String> entries =
        Arrays.stream(LoopRoster.values())
            .map(LoopRoster::name)
            .filter(name -> args.length < 2 || Arrays.asList(args).contains(name))
            .toList();
    Process server = Rounds.java(List.of(CannedServer.class.getName())).start();
    try (BufferedReader out = server.inputReader(US_ASCII)) {
      String port = out.readLine();
      System.out.print(
          Rounds.run(
              List.of(LoopFigure.values()),
              entries,
              rounds,
              entry -> List.of(LoopRun.class.getName(), entry, port)));
    } finally {
      server.destroy();
    }
  }
}
