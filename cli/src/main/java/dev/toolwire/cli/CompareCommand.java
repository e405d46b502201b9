package dev.toolwire.cli;

import dev.toolwire.lab.compare.ComparedRuns;
import dev.toolwire.lab.compare.ComparisonRunner;
import dev.toolwire.lab.compare.PriceList;
import dev.toolwire.lab.compare.RecordedModels;
import dev.toolwire.lab.compare.RunFolder;
import dev.toolwire.lab.compare.SimulatedModels;
import dev.toolwire.lab.stats.Comparison;
import dev.toolwire.lab.stats.ModelSummary;
import dev.toolwire.loop.Limits;
import dev.toolwire.model.Ticker;
import dev.toolwire.simulator.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;

/// `toolwire compare`: which of some models uses tools well.
final class CompareCommand implements Callable<Integer> {

  /// Options that say where a comparison is kept or shown, and nothing of what is compared.
  private static final Set<String> ELSEWHERE =
      Set.of("--record", "--replay", "--resume", "--format", "-f", "--output", "-o");

  private final CompareOptions options = new CompareOptions();
  private final CommandSpec spec = options.addTo(CommandSpec.wrapWithoutInspection(this));
  private final Surroundings around;

  private CompareCommand(Surroundings around) {
    this.around = around;
  }

  static CommandSpec spec(Surroundings around) {
    return new CompareCommand(around).spec;
  }

  @Override
  public Integer call() throws IOException {
    var failUnder = Options.valid(spec, this::failUnder);
    var recorded = Options.valid(spec, this::recording);
    try (var entrants = entrants(recorded)) {
      var plan = Options.valid(spec, () -> ComparePlan.of(options, entrants::named));
      var runner = Options.valid(spec, () -> runner(plan));
      say(plan + (recorded.isPresent() ? "; as they were recorded" : whoAnswers(plan)));
      var compared = compare(plan, runner);
      var comparison = Comparison.of(plan.scenarios(), plan.models(), compared.runs());
      report(comparison);
      return exitCode(comparison, compared, failUnder, refusals(recorded));
    }
  }

  /// Checks what is cheap to check before anything is asked.
  private OptionalDouble failUnder() {
    if (options.replay().isPresent() && options.record().isPresent()) {
      throw new IllegalArgumentException("a replay is recorded already; leave out --record");
    }
    if (options.resume() && options.record().isEmpty()) {
      throw new IllegalArgumentException("--resume needs --record DIR, the folder to go on with");
    }
    options.output().forEach(ReportFormat::of);
    options.output().forEach(NamedFile::requireWritable);
    return options.failUnder();
  }

  private Optional<RecordedModels> recording() {
    return options.replay().map(RunFolder::tapes).map(RecordedModels::new);
  }

  private Entrants entrants(Optional<RecordedModels> recorded) throws IOException {
    var catalogue = Options.valid(spec, () -> options.known().read(around));
    var scripts = new ArrayList<Script>();
    for (var file : options.scripts()) {
      scripts.addAll(Options.valid(spec, () -> NamedFile.read(file, Script::read)));
    }
    scripts.addAll(Script.builtIn());
    return new Entrants(
        around,
        new SimulatedModels(scripts, catalogue),
        Options.valid(spec, options::perProvider),
        recorded);
  }

  private static String whoAnswers(ComparePlan plan) {
    return plan.models().stream().allMatch(name -> name.startsWith(SimulatedModels.PROVIDER + ":"))
        ? "; scripts on the embedded simulator, name live models with --model"
        : "";
  }

  private ComparedRuns compare(ComparePlan plan, ComparisonRunner runner) {
    if (options.record().isEmpty()) {
      return run(runner);
    }
    try (var folder =
        Options.valid(
            spec,
            () -> RunFolder.open(options.record().get(), plan.scenarios(), options.resume()))) {
      return run(runner.keptIn(folder));
    }
  }

  private ComparisonRunner runner(ComparePlan plan) throws IOException {
    return ComparisonRunner.of(plan.runs())
        .inRandomOrder(options.seed())
        .atMost(options.parallel())
        .limitedTo(Limits.DEFAULTS.withRounds(options.maxRounds()))
        .within(options.budget(), prices());
  }

  private PriceList prices() throws IOException {
    if (options.prices().isEmpty()) {
      return PriceList.builtIn();
    }
    var file = options.prices().get();
    return PriceList.builtIn().after(PriceList.of(file.toString(), NamedFile.json(file)));
  }

  private ComparedRuns run(ComparisonRunner runner) {
    var thread = Thread.currentThread();
    var bar = new ProgressBar(spec.commandLine().getErr(), true, Ticker.SYSTEM);
    boolean seen = around.terminal().getAsBoolean();
    try (var _ = around.interrupts().whenInterrupted(thread::interrupt)) {
      return runner.run(seen ? bar::show : _ -> {});
    } finally {
      bar.clear();
    }
  }

  private void report(Comparison comparison) throws IOException {
    var command = command();
    var out = spec.commandLine().getOut();
    out.print(options.format().of(comparison, command));
    out.flush();
    for (var file : options.output()) {
      Files.writeString(file, ReportFormat.of(file).of(comparison, command));
    }
  }

  /// What a person types to have the same compared again, wherever it is kept.
  private String command() {
    var words = new ArrayList<String>();
    var typed = spec.commandLine().getParseResult().originalArgs().iterator();
    while (typed.hasNext()) {
      var word = typed.next();
      var option = word.split("=", 2)[0];
      if (!ELSEWHERE.contains(option)) {
        words.add(word);
      } else if (option.equals(word) && !word.equals("--resume")) {
        typed.next();
      }
    }
    return CommandWords.of(words);
  }

  private int exitCode(
      Comparison comparison, ComparedRuns compared, OptionalDouble failUnder, boolean refused) {
    compared
        .shortBecause()
        .ifPresent(why ->
            say(
                "%d of %d runs are missing: %s%s"
                    .formatted(
                        compared.planned() - compared.runs().size(),
                        compared.planned(),
                        why,
                        options.record().isPresent() ? "; go on with --resume" : "")));
    if (compared.shortBecause().filter(ComparedRuns.INTERRUPTED::equals).isPresent()) {
      return Interrupts.EXIT_CODE;
    }
    boolean failed = failUnder.isPresent() && isUnder(comparison, failUnder.getAsDouble());
    return failed || refused || compared.shortBecause().isPresent()
        ? ExitCode.SOFTWARE
        : ExitCode.OK;
  }

  private boolean isUnder(Comparison comparison, double least) {
    boolean under = false;
    for (ModelSummary model : comparison.models()) {
      if (model.passed().rate() < least) {
        under = true;
        say("%s passed %s, less than %.0f%%".formatted(model.model(), model.passed(), 100 * least));
      }
    }
    return under;
  }

  private boolean refusals(Optional<RecordedModels> recorded) {
    var refusals = recorded.map(RecordedModels::refusals).orElse(List.of());
    refusals.forEach(this::say);
    return !refusals.isEmpty();
  }

  private void say(String line) {
    spec.commandLine().getErr().println("toolwire: " + line);
  }
}
