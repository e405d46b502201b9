package dev.toolwire.bench.harness;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Runs contenders in alternation (A B C, A B C, …), each turn in a fresh JVM that prints one
/// `FIGURE value` per line.
public final class Rounds {

  private static final List<String> SMALL_HEAP =
      List.of("-Xms512m", "-Xmx512m", "-XX:+UseSerialGC");

  private Rounds() {}

  /// Measures every contender once in each round.
  ///
  /// @param command the main class and arguments of a contender's process
  public static FigureTable run(
      List<? extends Figure> figures,
      List<String> contenders,
      int rounds,
      Function<String, List<String>> command)
      throws IOException, InterruptedException {
    FigureTable table = new FigureTable(figures, contenders, rounds);
    for (int round = 0; round < rounds; round++) {
      for (String contender : contenders) {
        System.err.println("round " + (round + 1) + " of " + rounds + ": " + contender);
        measure(table, contender, round, java(SMALL_HEAP, command.apply(contender)));
      }
    }
    return table;
  }

  /// Puts what `process` reports into a column of the table.
  public static void measure(FigureTable table, String contender, int round, ProcessBuilder process)
      throws IOException, InterruptedException {
    Process run = process.start();
    try (BufferedReader out = run.inputReader(US_ASCII)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        System.err.println("  " + line);
        int space = line.indexOf(' ');
        double value = Double.parseDouble(line.substring(space + 1));
        table.put(line.substring(0, space), contender, round, value);
      }
    }
    if (run.waitFor() != 0) {
      System.err.println(contender + " ended with " + run.exitValue() + "; the rest is a no");
    }
  }

  /// A JVM like this one, with this class path.
  public static ProcessBuilder java(List<String> mainAndArguments) {
    return java(SMALL_HEAP, mainAndArguments);
  }

  /// A JVM like this one, with this class path and these options.
  public static ProcessBuilder java(List<String> options, List<String> mainAndArguments) {
    return java(options, System.getProperty("java.class.path"), mainAndArguments);
  }

  /// A JVM like this one, with another class path.
  public static ProcessBuilder java(String classPath, List<String> mainAndArguments) {
    return java(SMALL_HEAP, classPath, mainAndArguments);
  }

  private static ProcessBuilder java(
      List<String> options, String classPath, List<String> mainAndArguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath));
    command.addAll(mainAndArguments);
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
  }
}
