package dev.toolwire.lab.stats;

import dev.toolwire.lab.judge.JudgedRun;
import dev.toolwire.lab.judge.Verdict.Grade;
import java.util.List;

/// One model in one scenario.
///
/// @param runs its trials, in order
public record Cell(String model, String scenario, List<JudgedRun> runs) {

  public Cell {
    runs = List.copyOf(runs);
  }

  /// The runs that passed, of those that were judged.
  public Proportion passed() {
    int judged = (int) runs.stream().filter(run -> run.verdict().grade() != Grade.UNJUDGED).count();
    return new Proportion(
        (int) runs.stream().filter(run -> run.verdict().passed()).count(), judged);
  }
}
