package dev.toolwire.lab.compare;

import dev.toolwire.lab.campaign.Campaign;
import dev.toolwire.lab.campaign.Progress;
import dev.toolwire.lab.judge.RunRecord;
import dev.toolwire.loop.Limits;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Does the runs of a comparison, several at a time, in an order that a seed gives. Immutable.
///
/// ```java
/// ComparedRuns compared = ComparisonRunner.of(plan).inRandomOrder(7).atMost(8)
///     .within(Budget.UNLIMITED.withMoney(new BigDecimal("2.50")))
///     .run(progress -> System.err.println(progress));
/// ```
public final class ComparisonRunner {

  private final Campaign<PlannedRun> campaign;
  private final List<PlannedRun> plan;
  private final Settings settings;

  /// Everything but the order.
  ///
  /// @param folder where what is finished is kept
  private record Settings(
      Budget budget,
      PriceList prices,
      Limits limits,
      InstantSource clock,
      Optional<RunFolder> folder) {}

  private ComparisonRunner(
      List<PlannedRun> plan, Campaign<PlannedRun> campaign, Settings settings) {
    this.plan = plan;
    this.campaign = campaign;
    this.settings = settings;
  }

  /// These runs, one after the other.
  public static ComparisonRunner of(List<PlannedRun> plan) {
    List<PlannedRun> runs = List.copyOf(plan);
    return new ComparisonRunner(
        runs,
        Campaign.of(runs).inLanes(run -> run.entrant().lane()),
        new Settings(
            Budget.UNLIMITED,
            PriceList.builtIn(),
            Limits.DEFAULTS,
            InstantSource.system(),
            Optional.empty()));
  }

  /// In an order that chance gives, always the same for the same seed.
  public ComparisonRunner inRandomOrder(long seed) {
    return new ComparisonRunner(plan, campaign.inRandomOrder(seed), settings);
  }

  /// At most so many at once, whichever providers they ask.
  public ComparisonRunner atMost(int runs) {
    return new ComparisonRunner(plan, campaign.atMost(runs), settings);
  }

  /// No more than this.
  ///
  /// @param prices what models cost
  /// @throws IllegalArgumentException if money is limited and a live model has no price
  public ComparisonRunner within(Budget budget, PriceList prices) {
    if (budget.money().isPresent()) {
      plan.stream()
          .map(run -> run.entrant().name())
          .filter(name -> !name.startsWith(SimulatedModels.PROVIDER + ":"))
          .filter(name -> prices.find(name).isEmpty())
          .findFirst()
          .ifPresent(name -> {
            throw new IllegalArgumentException(
                "money is limited, but there is no price for " + name + "; add it to the prices");
          });
    }
    return with(
        new Settings(budget, prices, settings.limits(), settings.clock(), settings.folder()));
  }

  /// Each turn with no more than this.
  public ComparisonRunner limitedTo(Limits limits) {
    return with(
        new Settings(
            settings.budget(), settings.prices(), limits, settings.clock(), settings.folder()));
  }

  /// What time it is, for the records.
  public ComparisonRunner withClock(InstantSource clock) {
    return with(
        new Settings(
            settings.budget(), settings.prices(), settings.limits(), clock, settings.folder()));
  }

  /// Keeps what is finished in `folder`, and does not do again what it holds.
  public ComparisonRunner keptIn(RunFolder folder) {
    return with(
        new Settings(
            settings.budget(),
            settings.prices(),
            settings.limits(),
            settings.clock(),
            Optional.of(folder)));
  }

  private ComparisonRunner with(Settings others) {
    return new ComparisonRunner(plan, campaign, others);
  }

  /// Does the runs. An interrupt of the calling thread ends it with what is finished then.
  ///
  /// @param watcher told how far it is after each run, in the calling thread
  public ComparedRuns run(Consumer<Progress> watcher) {
    Map<String, RunRecord> finished = new HashMap<>();
    settings.folder().ifPresent(folder -> finished.putAll(folder.finished()));
    RunPlayer player =
        new RunPlayer(
            settings.limits(), settings.prices(), settings.clock(), settings.folder().isPresent());
    Spending spending = new Spending(settings.budget());
    boolean uninterrupted =
        campaign
            .without(run -> finished.containsKey(run.key()))
            .<Optional<FinishedRun>>run(
                run -> {
                  if (spending.reached().isPresent()) {
                    return Optional.empty();
                  }
                  FinishedRun done = player.play(run);
                  spending.add(done.record());
                  return Optional.of(done);
                },
                (run, done, progress) ->
                    done.ifPresent(kept -> {
                      settings.folder().ifPresent(folder -> folder.keep(kept));
                      finished.put(run.key(), kept.record());
                      watcher.accept(progress);
                    }));
    return compared(finished, spending, uninterrupted);
  }

  private ComparedRuns compared(
      Map<String, RunRecord> finished, Spending spending, boolean uninterrupted) {
    List<RunRecord> runs =
        plan.stream().flatMap(run -> Stream.ofNullable(finished.get(run.key()))).toList();
    Optional<String> why =
        runs.size() == plan.size()
            ? Optional.empty()
            : uninterrupted ? spending.reached() : Optional.of(ComparedRuns.INTERRUPTED);
    return new ComparedRuns(runs, plan.size(), why);
  }
}
