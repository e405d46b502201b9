package dev.toolwire.lab.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Judges one turn: each of its parts looks at the same calls with another question.
final class TurnJudge {

  private TurnJudge() {}

  /// Failures, then flaws, then notes.
  static List<Reason> reasons(Played played) {
    List<Reason> reasons = new ArrayList<>();
    if (played.expected().noTool()) {
      reasons.addAll(Restraint.whereNoToolFits(played));
    } else {
      Assignment assignment = Assignment.of(played);
      ExpectedCalls expected = new ExpectedCalls(played, assignment);
      reasons.addAll(expected.reasons());
      reasons.addAll(Restraint.reasons(played));
      reasons.addAll(Recovery.reasons(played, assignment));
      reasons.addAll(new Conduct(played, assignment, expected.misfits()).reasons());
    }
    reasons.addAll(FinalAnswer.reasons(played));
    reasons.sort(Comparator.comparing(Reason::weight));
    return reasons;
  }
}
