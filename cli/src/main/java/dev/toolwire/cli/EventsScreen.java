package dev.toolwire.cli;

import dev.toolwire.loop.LoopEvent;
import dev.toolwire.loop.Outcome;
import java.io.PrintWriter;
import java.util.Optional;

/// Shows every event as one line and the answer after them.
final class EventsScreen implements Screen {

  private final PrintWriter out;
  private final Optional<EventTimes> times;

  /// @param times what each line begins with, if wanted: its time, and how long that is after the
  ///   start
  EventsScreen(PrintWriter out, Optional<EventTimes> times) {
    this.out = out;
    this.times = times;
  }

  @Override
  public void show(LoopEvent event) {
    out.println(stamp(event) + Printable.text(event.toString()));
  }

  private String stamp(LoopEvent event) {
    return times
        .map(known -> {
          long nanos = known.of(event);
          return "%s %10.3f ms  ".formatted(known.clock(nanos), nanos / 1e6);
        })
        .orElse("");
  }

  @Override
  public void end(Outcome outcome) {
    var answer = Screen.answer(outcome);
    if (!answer.isEmpty()) {
      out.println();
      out.println(Printable.text(answer));
    }
  }
}
