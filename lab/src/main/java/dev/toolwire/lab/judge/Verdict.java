package dev.toolwire.lab.judge;

import dev.toolwire.lab.judge.Reason.Weight;
import java.util.List;

/// What a run is worth, and why.
///
/// @param reasons failures, flaws and notes, by turn and then in that order
public record Verdict(Grade grade, List<Reason> reasons) {

  /// Whether a run did what was expected.
  public enum Grade {
    /// It did.
    PASSED,
    /// It did not, and the model is why.
    FAILED,
    /// Nobody knows: something else than the model broke. It counts for nothing.
    UNJUDGED
  }

  public Verdict {
    reasons = List.copyOf(reasons);
    boolean failed = reasons.stream().anyMatch(reason -> reason.weight() == Weight.FAILURE);
    if (grade != Grade.UNJUDGED && failed != (grade == Grade.FAILED)) {
      throw new IllegalArgumentException(grade + " does not follow from " + reasons);
    }
  }

  /// The verdict that follows from reasons about a run that can be judged.
  static Verdict of(List<Reason> reasons) {
    boolean failed = reasons.stream().anyMatch(reason -> reason.weight() == Weight.FAILURE);
    return new Verdict(failed ? Grade.FAILED : Grade.PASSED, reasons);
  }

  public boolean passed() {
    return grade == Grade.PASSED;
  }

  /// Whether it passed without a flaw.
  public boolean isClean() {
    return passed() && reasons.stream().allMatch(reason -> reason.weight() == Weight.NOTE);
  }

  /// The reasons of one weight, in order.
  public List<Reason> reasons(Weight weight) {
    return reasons.stream().filter(reason -> reason.weight() == weight).toList();
  }
}
