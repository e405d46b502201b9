package dev.toolwire.cli;

import dev.toolwire.loop.LoopEvent;
import dev.toolwire.loop.LoopState;
import dev.toolwire.loop.Outcome;
import dev.toolwire.loop.Run;
import dev.toolwire.loop.ToolLoop;
import dev.toolwire.model.ModelRequest;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/// One question to its end: shows what happens, has people decide where they must, and can be
/// interrupted at any time.
///
/// @param unread whether nobody can see the screen any more, so that going on would be for nothing
record Conversing(
    ToolLoop loop,
    Screen screen,
    BooleanSupplier unread,
    Approvals approvals,
    Interrupts interrupts) {

  /// @throws IOException if a decision cannot be read
  Outcome ask(ModelRequest request) throws IOException {
    var outcome = follow(loop.start(request));
    while (outcome instanceof Outcome.Paused(var state)) {
      outcome = follow(resumed(state));
    }
    screen.end(outcome);
    return outcome;
  }

  /// Asks again when an edited input does not fit its tool.
  private Run resumed(LoopState state) throws IOException {
    while (true) {
      var decisions = approvals.decide(state);
      try {
        return loop.resume(state, decisions);
      } catch (IllegalArgumentException unfit) {
        approvals.tell(String.valueOf(unfit.getMessage()));
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
