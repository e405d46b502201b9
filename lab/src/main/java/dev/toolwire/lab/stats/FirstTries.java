package dev.toolwire.lab.stats;

import dev.toolwire.lab.judge.CallRecord;
import dev.toolwire.lab.judge.RoundRecord;
import dev.toolwire.lab.judge.RunRecord;
import dev.toolwire.lab.judge.TurnRecord;
import java.util.HashSet;
import java.util.Set;

/// How many calls were valid at the first try. A call is no first try if the tool was called in an
/// earlier round, was refused there, and has not been accepted since.
final class FirstTries {

  private FirstTries() {}

  static Proportion in(RunRecord run) {
    int valid = 0;
    int tries = 0;
    for (TurnRecord turn : run.turns()) {
      Set<String> refused = new HashSet<>();
      for (RoundRecord round : turn.rounds()) {
        for (CallRecord call : round.calls()) {
          if (!refused.contains(call.tool())) {
            tries++;
            valid += call.isValidAsWritten() ? 1 : 0;
          }
        }
        for (CallRecord call : round.calls()) {
          if (call.isRefused()) {
            refused.add(call.tool());
          } else {
            refused.remove(call.tool());
          }
        }
      }
    }
    return new Proportion(valid, tries);
  }
}
