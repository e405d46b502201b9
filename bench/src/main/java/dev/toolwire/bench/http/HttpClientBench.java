package dev.toolwire.bench.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

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
    Process server = java(List.of(LoopbackServer.class.getName(), store.toString())).start();
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
    FigureTable table = new FigureTable(entries, rounds);
    for (int round = 0; round < rounds; round++) {
      for (Roster entry : entries) {
        Map<Figure, Double> figures = measure(entry);
        System.err.printf("round %d of %d: %s %s%n", round + 1, rounds, entry.title, figures);
        for (Map.Entry<Figure, Double> figure : figures.entrySet()) {
          table.put(figure.getKey(), entry, round, figure.getValue());
        }
      }
    }
    return table;
  }

  private Map<Figure, Double> measure(Roster entry) throws IOException, InterruptedException {
    List<String> command =
        List.of(
            ContenderRun.class.getName(),
            entry.name(),
            ports[0],
            ports[1],
            ports[2],
            store.toString());
    Process run = java(command).start();
    Map<Figure, Double> figures = new EnumMap<>(Figure.class);
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(run.getInputStream(), US_ASCII))) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        int space = line.indexOf(' ');
        figures.put(
            Figure.valueOf(line.substring(0, space)),
            Double.parseDouble(line.substring(space + 1)));
      }
    }
    if (run.waitFor() != 0) {
      System.err.println(entry + " ended with " + run.exitValue() + " after " + figures.keySet());
    }
    return figures;
  }

  private static ProcessBuilder java(List<String> mainAndArguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xms512m", "-Xmx512m", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(mainAndArguments);
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
  }
}
