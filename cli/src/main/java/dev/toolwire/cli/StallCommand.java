package dev.toolwire.cli;

import dev.toolwire.lab.page.ModelNames;
import dev.toolwire.lab.recording.RunLabel;
import dev.toolwire.lab.recording.StallPlan;
import dev.toolwire.lab.strategy.Metronomes;
import dev.toolwire.lab.strategy.SimulatedReaches;
import dev.toolwire.lab.strategy.StallCampaign;
import dev.toolwire.lab.strategy.StallRunner;
import dev.toolwire.lab.strategy.Strategy;
import dev.toolwire.provider.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// `toolwire stall`: a campaign of runs in which models write tool inputs, recorded and judged.
final class StallCommand implements Callable<Integer> {

  private static final List<Integer> SIZES = List.of(500, 1_000, 2_000, 5_000, 10_000);
  private static final List<Integer> SIMULATED_SIZES = List.of(500, 1_000, 2_000);
  private static final int SIMULATED_PIECES = 500;
  private static final int SIMULATED_AT_ONCE = 12;

  private final StallOptions options = new StallOptions();
  private final CommandSpec spec = options.addTo(CommandSpec.wrapWithoutInspection(this));
  private final Surroundings around;

  private StallCommand(Surroundings around) {
    this.around = around;
  }

  static CommandSpec spec(Surroundings around) {
    var spec = new StallCommand(around).spec;
    ToolwireCommand.addVerb(spec, "report", StallReportCommand.spec());
    ToolwireCommand.addVerb(spec, "advise", StallAdviseCommand.spec());
    return spec;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    var place = StallPlace.in(directory());
    var campaign = Options.valid(spec, () -> campaign(place));
    boolean simulated = isSimulated(campaign.plan());
    int pieces =
        Options.valid(
            spec, () -> options.pieceSize(simulated ? SIMULATED_PIECES : StallRunner.PIECE_SIZE));
    int atOnce = Options.valid(spec, () -> options.parallel(simulated ? SIMULATED_AT_ONCE : 1));
    var endpoint =
        Options.valid(
            spec, () -> options.endpoint().map(text -> Service.address(text, "--endpoint")));
    try (var routes = new StallRoutes(around.environment(), endpoint, campaign.plan().seed())) {
      campaign.plan().routes().forEach(route -> reach(routes, route));
      Files.createDirectories(place.directory());
      announce(campaign, place);
      StallRunner.rehearse(strategies(campaign.plan()));
      return place.conclude(spec, run(campaign, routes, pieces, atOnce));
    }
  }

  private Path directory() {
    if (options.resume() && options.out().isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--resume needs --out, the directory of the campaign to go on with");
    }
    return options
        .out()
        .orElseGet(() ->
            Path.of(
                DateTimeFormatter.ofPattern("'stall-'uuuuMMdd-HHmmss", Locale.ROOT)
                    .format(LocalDateTime.now(ZoneId.systemDefault()))));
  }

  private StallCampaign campaign(StallPlace place) {
    if (options.resume()) {
      return StallCampaign.resume(place.recording());
    }
    var routes = StallRoutes.named(options.models(), options.strategies());
    var unsaid = routes.stream().allMatch(StallCommand::isSimulated) ? SIMULATED_SIZES : SIZES;
    var plan =
        new StallPlan(
            routes, options.shapes(), options.sizes(unsaid), options.repeats(), options.seed());
    return StallCampaign.begin(place.recording(), plan);
  }

  private static Set<Strategy> strategies(StallPlan plan) {
    return plan.routes().stream()
        .map(route -> Strategy.named(route.strategy()))
        .collect(Collectors.toSet());
  }

  private static boolean isSimulated(StallPlan plan) {
    return plan.routes().stream().allMatch(StallCommand::isSimulated);
  }

  private static boolean isSimulated(StallPlan.Route route) {
    return route.model().startsWith(SimulatedReaches.PREFIX);
  }

  /// Finds out before anything is asked whether the environment says enough.
  private static void reach(StallRoutes routes, StallPlan.Route route) {
    routes.find(route.model(), Strategy.named(route.strategy()));
  }

  private void announce(StallCampaign campaign, StallPlace place) {
    long characters = campaign.labels().stream().mapToLong(RunLabel::size).sum();
    spec.commandLine()
        .getErr()
        .printf(
            Locale.ROOT,
            "toolwire: %d routes, %s, %,d characters to be written; recorded in %s%n",
            campaign.plan().routes().size(),
            campaign.beginning(),
            characters,
            place.recording());
  }

  /// @return whether all runs were done
  private boolean run(StallCampaign campaign, StallRoutes routes, int pieces, int atOnce) {
    var here = Thread.currentThread();
    try (var _ = around.interrupts().whenInterrupted(here::interrupt);
        var metronomes = Metronomes.start()) {
      var runner = new StallRunner(routes, pieces, (_, _) -> {}, metronomes);
      return options.watch()
          ? watched(campaign, runner, atOnce)
          : counted(campaign, runner, atOnce);
    }
  }

  private boolean watched(StallCampaign campaign, StallRunner runner, int atOnce) {
    var models = campaign.plan().routes().stream().map(StallPlan.Route::model).toList();
    var err = spec.commandLine().getErr();
    try (var live = LiveTimeline.on(err, ModelNames.of(models), around.terminal().getAsBoolean())) {
      return campaign.run(runner.watchedBy(live), atOnce, live);
    }
  }

  private boolean counted(StallCampaign campaign, StallRunner runner, int atOnce) {
    try (var bar = ProgressBar.on(spec.commandLine().getErr(), around)) {
      bar.show(campaign.beginning());
      return campaign.run(runner, atOnce, (_, _, progress) -> bar.show(progress));
    }
  }
}
