package dev.toolwire.bench.compare;

import dev.toolwire.bench.harness.Meter;
import dev.toolwire.lab.compare.ComparedRuns;
import dev.toolwire.lab.compare.ComparisonRunner;
import dev.toolwire.lab.compare.Entrant;
import dev.toolwire.lab.compare.PlannedRun;
import dev.toolwire.lab.compare.RunFolder;
import dev.toolwire.lab.compare.SimulatedModels;
import dev.toolwire.lab.scenario.Scenario;
import dev.toolwire.lab.stats.Comparison;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Compares and prints one `FIGURE value` per line.
public final class CompareRun {

  static final String FORGET = "FORGET";
  static final String KEEP = "KEEP";

  private static final int SCENARIOS = 50;
  private static final double MIB = 1 << 20;
  private static final double SECOND = 1e9;

  private final List<Scenario> scenarios;
  private final List<String> models;
  private final List<PlannedRun> plan = new ArrayList<>();
  private long start;
  private long half;
  private long paused;

  private CompareRun(int trials) {
    Scenario peppers = Scenario.builtIn().getFirst();
    this.models = peppers.models().stream().map(Scenario.Contender::model).toList();
    this.scenarios =
        IntStream.rangeClosed(1, SCENARIOS).mapToObj(number -> named(peppers, number)).toList();
    for (String model : models) {
      Entrant entrant =
          SimulatedModels.builtIn().entrant(model.substring(SimulatedModels.PROVIDER.length() + 1));
      for (Scenario scenario : scenarios) {
        IntStream.rangeClosed(1, trials)
            .forEach(trial -> plan.add(new PlannedRun(scenario, entrant, trial)));
      }
    }
  }

  private static Scenario named(Scenario scenario, int number) {
    return new Scenario(
        scenario.name() + "-" + number,
        scenario.about(),
        scenario.system(),
        scenario.tools(),
        scenario.models(),
        scenario.time(),
        scenario.turns());
  }

  /// Arguments: [#FORGET] or [#KEEP], and how many trials.
  public static void main(String[] args) throws IOException {
    CompareRun run = new CompareRun(Integer.parseInt(args[1]));
    if (args[0].equals(FORGET)) {
      run.measure(ComparisonRunner.of(run.plan));
      return;
    }
    Path folder = Files.createTempDirectory("compare");
    try (RunFolder kept = RunFolder.open(folder, run.scenarios, false)) {
      run.measure(ComparisonRunner.of(run.plan).keptIn(kept));
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(file -> {
            try {
              Files.delete(file);
            } catch (IOException left) {
              throw new UncheckedIOException(left);
            }
          });
    }
  }

  private void measure(ComparisonRunner runner) {
    Meter meter = Meter.start();
    start = System.nanoTime();
    ComparedRuns compared =
        runner
            .inRandomOrder(1)
            .atMost(Runtime.getRuntime().availableProcessors())
            .run(progress -> finished(progress.done()));
    long end = System.nanoTime();
    CompareFigure.RATE.print(plan.size() / ((end - start - paused) / SECOND));
    CompareFigure.WARM.print(plan.size() / 2.0 / ((end - half) / SECOND));
    CompareFigure.CPU.print(meter.cpuMicros() / 1e3 / plan.size());
    CompareFigure.LATE.print(Meter.liveBytes() / MIB);
    long before = System.nanoTime();
    Comparison comparison = Comparison.of(scenarios, models, compared.runs());
    CompareFigure.JUDGED.print((System.nanoTime() - before) / SECOND);
    if (comparison.runs().size() != plan.size()) {
      throw new IllegalStateException("not all runs were done");
    }
  }

  private void finished(int done) {
    if (done == plan.size() / 8) {
      long before = System.nanoTime();
      CompareFigure.EARLY.print(Meter.liveBytes() / MIB);
      paused = System.nanoTime() - before;
    } else if (done == plan.size() / 2) {
      half = System.nanoTime();
    }
  }
}
