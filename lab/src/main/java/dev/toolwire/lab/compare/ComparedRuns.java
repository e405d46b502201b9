package dev.toolwire.lab.compare;

import dev.toolwire.lab.judge.RunRecord;
import java.util.List;
import java.util.Optional;

/// What came of a comparison.
///
/// @param runs that are finished, in the order of the plan
/// @param planned how many there were to be
/// @param shortBecause why there are fewer; empty if there are not
public record ComparedRuns(List<RunRecord> runs, int planned, Optional<String> shortBecause) {

  /// Why there are fewer when somebody has ended it.
  public static final String INTERRUPTED = "interrupted";

  public ComparedRuns {
    runs = List.copyOf(runs);
  }
}
