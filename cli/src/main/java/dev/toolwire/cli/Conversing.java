package dev.toolwire.cli;

import dev.toolwire.loop.LoopEvent;
import dev.toolwire.loop.LoopState;
import dev.toolwire.loop.Outcome;
import dev.toolwire.loop.Run;
import dev.toolwire.loop.ToolLoop;
import java.io.IOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// One question to its end: shows what happens, has people decide where they must, and can be
/// interrupted at any time.
///
/// @param unread whether nobody can see the screen any more, so that going on would be for nothing
/// @param approvals who decides about calls; with nobody the first that needs it is the end
record Conversing(
    ToolLoop loop,
    Screen screen,
    BooleanSupplier unread,
    Optional<Approvals> approvals,
    Interrupts interrupts) {

  /// @throws IOException if a decision cannot be read
  Outcome toTheEnd(Run begun) throws IOException {
    var outcome = follow(begun);
    while (outcome instanceof Outcome.Paused(var state) && approvals.isPresent()) {
      outcome = follow(resumed(state, approvals.get()));
    }
    screen.end(outcome);
    return outcome;
  }

  /// Asks again when an edited input does not fit its tool.
  private Run resumed(LoopState state, Approvals people) throws IOException {
    while (true) {
      var decisions = people.decide(state);
      try {
        return loop.resume(state, decisions);
      } catch (IllegalArgumentException unfit) {
        people.tell(String.valueOf(unfit.getMessage()));
      }
    }
  }

  private Outcome follow(Run started) {
    try (Run run = started;
        var _ = interrupts.whenInterrupted(run::close)) {
      for (LoopEvent event : run) {
        screen.show(event);
        if (unread.getAsBoolean()) {
          started.close();
        }
      }
      return run.outcome();
    }
  }
}
