package dev.toolwire.lab.judge;

import dev.toolwire.lab.judge.Reason.Kind;
import dev.toolwire.lab.judge.Verdict.Grade;
import dev.toolwire.lab.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Says what runs of a scenario are worth. Pure: the same record and scenario give the same
/// verdict. Immutable; one judge serves many runs and threads.
public final class Judge {

  private final Scenario scenario;
  private final Declared tools;

  private Judge(Scenario scenario) {
    this.scenario = scenario;
    this.tools = new Declared(scenario);
  }

  /// The judge of runs of `scenario`.
  public static Judge of(Scenario scenario) {
    return new Judge(scenario);
  }

  /// The verdict on a single run of `scenario`; for several, keep a [judge][#of].
  ///
  /// @throws IllegalArgumentException if it is a run of another scenario
  public static Verdict judge(Scenario scenario, RunRecord run) {
    return of(scenario).judge(run);
  }

  /// The verdict on one run.
  ///
  /// @throws IllegalArgumentException if it is a run of another scenario
  public Verdict judge(RunRecord run) {
    if (!run.scenario().equals(scenario.name()) || run.turns().size() > scenario.turns().size()) {
      throw new IllegalArgumentException(
          "%s with %d turns is no run of the scenario %s with %d"
              .formatted(run.key(), run.turns().size(), scenario.name(), scenario.turns().size()));
    }
    Optional<Reason> broken = infrastructure(run);
    if (broken.isPresent()) {
      return new Verdict(Grade.UNJUDGED, List.of(broken.get()));
    }
    List<Reason> reasons = new ArrayList<>();
    for (int i = 0; i < run.turns().size(); i++) {
      reasons.addAll(TurnJudge.reasons(Played.of(scenario, tools, run, i)));
    }
    return Verdict.of(reasons);
  }

  /// What kept the run from being played to its end, if that was not the model.
  private Optional<Reason> infrastructure(RunRecord run) {
    for (int i = 0; i < run.turns().size(); i++) {
      Ending ending = run.turns().get(i).ending();
      if (!ending.kind().isTheModels()) {
        return Optional.of(new Reason(Kind.INFRASTRUCTURE, i + 1, 0, "", ending.words()));
      }
    }
    int played = run.turns().size();
    boolean goesOn =
        run.turns().isEmpty() || run.turns().getLast().ending().kind() == Ending.Kind.ANSWERED;
    return goesOn && played < scenario.turns().size()
        ? Optional.of(
            new Reason(
                Kind.INFRASTRUCTURE,
                played + 1,
                0,
                "",
                "the recording ends before turn " + (played + 1)))
        : Optional.empty();
  }
}
