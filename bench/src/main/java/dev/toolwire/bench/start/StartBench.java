package dev.toolwire.bench.start;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.toolwire.bench.harness.FigureTable;
import dev.toolwire.bench.harness.Rounds;
import dev.toolwire.bench.loop.BareAsk;
import dev.toolwire.bench.loop.CannedServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Starts a bare program and `./toolwire ask`, in alternation, until each has answered and ended.
/// Both ask the same server. `./toolwire` has an AOT cache of an earlier run; the bare program is
/// started with one of its own and the same options of the JVM (`BARE`), and as anybody would start
/// it, with what the JDK brings (`BARE_PLAIN`).
///
/// Runs where `./toolwire` is.
public final class StartBench {

  private static final int ROUNDS = 15;
  private static final String ANSWER = "72";

  /// What `./toolwire` gives to the JVM of a command.
  private static final List<String> OPTIONS =
      List.of(
          "-Xlog:disable",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:CompileThresholdScaling=5",
          "-XX:-UsePerfData",
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:-AOTReplayTraining",
          "-XX:ArchiveRelocationMode=0");

  private final Map<String, ProcessBuilder> contenders;

  private StartBench(Map<String, ProcessBuilder> contenders) {
    this.contenders = contenders;
  }

  /// Argument, optional: how many rounds.
  public static void main(String[] args) throws IOException, InterruptedException {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : ROUNDS;
    Path cache = Files.createTempFile("bare", ".aot");
    Process server = Rounds.java(List.of(CannedServer.class.getName())).start();
    try (BufferedReader out = server.inputReader(UTF_8)) {
      String port = out.readLine();
      answer(bare(port, "-XX:AOTCacheOutput=" + cache));
      System.out.print(
          new StartBench(
                  Map.of(
                      "BARE", bare(port, "-XX:AOTCache=" + cache),
                      "BARE_PLAIN", Rounds.java(List.of(), asking(port)),
                      "TOOLWIRE", toolwire(port),
                      "EMBEDDED", embedded()))
              .measured(rounds));
    } finally {
      server.destroy();
      Files.delete(cache);
    }
  }

  private static ProcessBuilder bare(String port, String aot) {
    List<String> options = new ArrayList<>(OPTIONS);
    options.add(aot);
    return Rounds.java(options, asking(port));
  }

  private static List<String> asking(String port) {
    return List.of(BareAsk.class.getName(), port);
  }

  private static ProcessBuilder toolwire(String port) {
    ProcessBuilder asking =
        new ProcessBuilder(
            "./toolwire", "ask", "--model", "bedrock:" + BareAsk.MODEL, BareAsk.QUESTION);
    asking.environment().put("AWS_ENDPOINT_URL_BEDROCK_RUNTIME", "http://127.0.0.1:" + port);
    asking.environment().put("AWS_BEARER_TOKEN_BEDROCK", "key");
    return asking;
  }

  /// The command as a newcomer types it: the server is in the same process.
  private static ProcessBuilder embedded() {
    return new ProcessBuilder("./toolwire", "ask", "--model", "simulator:", BareAsk.QUESTION);
  }

  private ProcessBuilder command(String name) {
    return Objects.requireNonNull(contenders.get(name), name);
  }

  private FigureTable measured(int rounds) throws IOException, InterruptedException {
    List<String> names = List.of("BARE", "BARE_PLAIN", "TOOLWIRE", "EMBEDDED");
    FigureTable table = new FigureTable(List.of(StartFigure.values()), names, rounds);
    for (String name : names) {
      // The first run of ./toolwire builds it and makes its cache.
      answer(command(name));
    }
    for (int round = 0; round < rounds; round++) {
      for (String name : names) {
        long ticks = childrensTicks();
        long start = System.nanoTime();
        long answered = answer(command(name));
        table.put(StartFigure.ANSWER.name(), name, round, (answered - start) / 1e6);
        table.put(StartFigure.END.name(), name, round, (System.nanoTime() - start) / 1e6);
        table.put(StartFigure.CPU.name(), name, round, 10.0 * (childrensTicks() - ticks));
      }
    }
    return table;
  }

  /// Runs it to its end.
  ///
  /// @return when the last line with the answer came, as [System#nanoTime] says it
  private static long answer(ProcessBuilder process) throws IOException, InterruptedException {
    Process run = process.redirectErrorStream(true).start();
    List<String> said = new ArrayList<>();
    long answered = 0;
    try (BufferedReader out = run.inputReader(UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        said.add(line);
        answered = line.contains(ANSWER) ? System.nanoTime() : answered;
      }
    }
    if (run.waitFor() != 0 || answered == 0) {
      throw new IOException(process.command() + " ended with " + run.exitValue() + ": " + said);
    }
    return answered;
  }

  /// CPU time of the children that have ended, in ticks of 10 ms; see `man proc_pid_stat`.
  private static long childrensTicks() throws IOException {
    String stat = Files.readString(Path.of("/proc/self/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return Arrays.stream(fields, 13, 15).mapToLong(Long::parseLong).sum();
  }
}
