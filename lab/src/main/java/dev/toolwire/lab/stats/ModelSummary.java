package dev.toolwire.lab.stats;

import dev.toolwire.conversation.Usage;
import dev.toolwire.lab.judge.CallRecord;
import dev.toolwire.lab.judge.JudgedRun;
import dev.toolwire.lab.judge.Reason;
import dev.toolwire.lab.judge.RunRecord;
import dev.toolwire.lab.judge.Verdict;
import dev.toolwire.lab.judge.Verdict.Grade;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// One model in all its scenarios. Runs that could not be judged count only in `unjudged`.
///
/// @param model as `provider:id`
/// @param prompted whether it was told of its tools by a prompt
/// @param passed the runs that passed, of those that were judged
/// @param clean the runs that passed without a flaw
/// @param unjudged the runs in which something else than the model broke
/// @param passPowers pass^1, pass^2 and so on, up to the most trials that every scenario has
/// @param latency of whole runs, tools included; empty if none was judged
/// @param rounds requests to the model
/// @param usage tokens of all judged runs
/// @param cost what they cost, if the price of the model is known
/// @param firstTries the calls whose input fitted as the model wrote it, of those that mend no
///   earlier one
/// @param rescued the calls that were found in the text, of all calls
/// @param repaired the calls that had to be mended, of all calls
/// @param reasons how often each reason was given
public record ModelSummary(
    String model,
    boolean prompted,
    Standing standing,
    Proportion passed,
    Proportion clean,
    int unjudged,
    List<PassPower> passPowers,
    Optional<Spread> latency,
    int rounds,
    Usage usage,
    Optional<BigDecimal> cost,
    Proportion firstTries,
    Proportion rescued,
    Proportion repaired,
    Map<Reason.Kind, Integer> reasons) {

  public ModelSummary {
    passPowers = List.copyOf(passPowers);
    reasons = Collections.unmodifiableMap(new LinkedHashMap<>(reasons));
  }

  /// @param cells the runs of the model, by scenario
  static ModelSummary of(String model, List<Cell> cells) {
    List<JudgedRun> all = cells.stream().flatMap(cell -> cell.runs().stream()).toList();
    List<JudgedRun> judged =
        all.stream().filter(run -> run.verdict().grade() != Grade.UNJUDGED).toList();
    List<RunRecord> records = judged.stream().map(JudgedRun::run).toList();
    List<CallRecord> calls = records.stream().flatMap(RunRecord::calls).toList();
    List<Verdict> verdicts = judged.stream().map(JudgedRun::verdict).toList();
    Proportion passed = count(verdicts, Verdict::passed);
    Proportion clean = count(verdicts, Verdict::isClean);
    boolean prompted = all.stream().anyMatch(run -> run.run().prompted());
    boolean worked = calls.stream().anyMatch(call -> !call.isError());
    return new ModelSummary(
        model,
        prompted,
        Standing.of(clean, passed.count(), prompted, worked),
        passed,
        clean,
        all.size() - judged.size(),
        passPowers(cells),
        records.isEmpty()
            ? Optional.empty()
            : Optional.of(Spread.of(records.stream().map(RunRecord::latency).toList())),
        records.stream().mapToInt(RunRecord::rounds).sum(),
        records.stream().map(RunRecord::usage).reduce(Usage.NONE, Usage::plus),
        records.stream().flatMap(run -> run.cost().stream()).reduce(BigDecimal::add),
        records.stream().map(FirstTries::in).reduce(new Proportion(0, 0), Proportion::plus),
        count(calls, call -> call.rescued().isPresent()),
        count(calls, CallRecord::isRepaired),
        reasons(verdicts));
  }

  private static <T> Proportion count(List<T> all, Predicate<T> which) {
    return new Proportion((int) all.stream().filter(which).count(), all.size());
  }

  private static List<PassPower> passPowers(List<Cell> cells) {
    List<Proportion> passed =
        cells.stream().map(Cell::passed).filter(cell -> !cell.isUnknown()).toList();
    int most = passed.stream().mapToInt(Proportion::of).min().orElse(0);
    List<PassPower> powers = new ArrayList<>();
    for (int k = 1; k <= most; k++) {
      powers.add(PassPower.of(passed, k));
    }
    return powers;
  }

  private static Map<Reason.Kind, Integer> reasons(List<Verdict> verdicts) {
    Map<Reason.Kind, Integer> counts = new EnumMap<>(Reason.Kind.class);
    verdicts.stream()
        .flatMap(verdict -> verdict.reasons().stream())
        .forEach(reason -> counts.merge(reason.kind(), 1, Integer::sum));
    return counts;
  }
}
