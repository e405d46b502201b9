package dev.toolwire.cli;

import dev.toolwire.loop.Limits;
import dev.toolwire.loop.Outcome;
import java.util.Objects;

/// How a run ended, for people and for programs.
final class OutcomeWords {

  private OutcomeWords() {}

  /// One word for the kind of end.
  static String kind(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Answered _ -> "answered";
      case Outcome.Limited _ -> "limited";
      case Outcome.Paused _ -> "paused";
      case Outcome.Stopped _ -> "stopped";
      case Outcome.Failed _ -> "failed";
      case Outcome.Cancelled _ -> "cancelled";
    };
  }

  /// Why there is no answer, in one line; empty if there is one.
  static String problem(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Answered _ -> "";
      case Outcome.Limited limited -> limit(limited.limit(), limited);
      case Outcome.Paused _ ->
          "no answer: "
              + counted(outcome.state().pending().calls().size(), "call")
              + " to be approved first";
      case Outcome.Stopped stopped ->
          "no answer: the model stopped with \"" + stopped.reason().value() + "\"";
      case Outcome.Failed failed -> Objects.toString(failed.cause().getMessage(), "failed");
      case Outcome.Cancelled _ -> "cancelled";
    };
  }

  private static String limit(Limits.Name limit, Outcome outcome) {
    var advice = limit == Limits.Name.ROUNDS ? "; allow more with --max-rounds" : "";
    return "no answer: stopped at the limit of %s after %s and %s%s"
        .formatted(
            limit, counted(outcome.rounds(), "round"), counted(outcome.calls(), "call"), advice);
  }

  static String counted(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
