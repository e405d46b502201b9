package dev.toolwire.lab.judge;

import dev.toolwire.lab.judge.Reason.Kind;
import dev.toolwire.lab.judge.Verdict.Grade;
import dev.toolwire.lab.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Says what a run is worth. Pure: the same record and scenario give the same verdict.
public final class Judge {

  private Judge() {}

  /// The verdict on a run of `scenario`.
  ///
  /// @throws IllegalArgumentException if it is a run of another scenario
  public static Verdict judge(Scenario scenario, RunRecord run) {
    if (!run.scenario().equals(scenario.name()) || run.turns().size() > scenario.turns().size()) {
      throw new IllegalArgumentException(
          "%s with %d turns is no run of the scenario %s with %d"
              .formatted(run.key(), run.turns().size(), scenario.name(), scenario.turns().size()));
    }
    Optional<Reason> broken = infrastructure(scenario, run);
    if (broken.isPresent()) {
      return new Verdict(Grade.UNJUDGED, List.of(broken.get()));
    }
    List<Reason> reasons = new ArrayList<>();
    for (int i = 0; i < run.turns().size(); i++) {
      reasons.addAll(TurnJudge.reasons(Played.of(scenario, run, i)));
    }
    return Verdict.of(reasons);
  }

  /// What kept the run from being played to its end, if that was not the model.
  private static Optional<Reason> infrastructure(Scenario scenario, RunRecord run) {
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
