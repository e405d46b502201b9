package dev.toolwire.lab.judge;

import java.time.Duration;
import java.util.List;

/// One request to a model, its answer, and the calls in it. Times count from the first request of
/// the turn.
///
/// @param asked when the request went out
/// @param firstEvent when the answer began; as `answered` if it never did
/// @param answered when the answer was complete, or broke off
/// @param text what the model wrote beside its calls
/// @param calls what it called, in the order in which it wrote them
public record RoundRecord(
    Duration asked, Duration firstEvent, Duration answered, String text, List<CallRecord> calls) {

  public RoundRecord {
    calls = List.copyOf(calls);
  }
}
