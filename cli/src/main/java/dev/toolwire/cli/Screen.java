package dev.toolwire.cli;

import dev.toolwire.loop.LoopEvent;
import dev.toolwire.loop.Outcome;

/// Where a run is shown: what happens, while it happens, and how it ended.
interface Screen {

  void show(LoopEvent event);

  /// The last word; [#show] is not called again.
  void end(Outcome outcome);

  /// What of a run is shown: the option `--show`.
  enum Detail {
    /// Every event, one line each, and then the answer.
    EVENTS,
    /// The text as it arrives, and each call with its input, result and time.
    CALLS,
    /// Nothing but the answer.
    ANSWER
  }

  /// The text of the answer; empty if there is none.
  static String answer(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Answered answered -> answered.text();
      case Outcome.Limited _,
          Outcome.Paused _,
          Outcome.Stopped _,
          Outcome.Failed _,
          Outcome.Cancelled _ ->
          "";
    };
  }
}
