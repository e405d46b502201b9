package dev.toolwire.lab.judge;

import dev.toolwire.conversation.Usage;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// What came of something that the user said.
///
/// @param user what the user said
/// @param rounds the requests to the model that followed, in order
/// @param ending how it ended
/// @param usage the tokens of these requests
/// @param took from the first request to the end, tools included
public record TurnRecord(
    String user, List<RoundRecord> rounds, Ending ending, Usage usage, Duration took) {

  public TurnRecord {
    rounds = List.copyOf(rounds);
  }

  /// All calls of the turn, in order.
  public Stream<CallRecord> calls() {
    return rounds.stream().flatMap(round -> round.calls().stream());
  }

  /// The final answer; empty if there is none.
  public String answer() {
    return ending.kind() == Ending.Kind.ANSWERED && !rounds.isEmpty()
        ? rounds.getLast().text()
        : "";
  }
}
