package dev.toolwire.cli;

import dev.toolwire.loop.LoopEvent;
import dev.toolwire.loop.LoopEvent.ModelEvent;
import dev.toolwire.loop.Outcome;
import dev.toolwire.model.Ticker;
import java.io.PrintWriter;

/// Shows every event as one line and the answer after them.
final class EventsScreen implements Screen {

  private final PrintWriter out;
  private final boolean stamped;
  private final Ticker ticker;
  private final long start;

  /// @param stamped whether each line begins with its time, counted from the start. Events of the
  ///   model have the time of their arrival, the others that of their showing.
  EventsScreen(PrintWriter out, boolean stamped, Ticker ticker) {
    this.out = out;
    this.stamped = stamped;
    this.ticker = ticker;
    this.start = ticker.nanos();
  }

  @Override
  public void show(LoopEvent event) {
    out.println(stamp(event) + Printable.text(event.toString()));
  }

  private String stamp(LoopEvent event) {
    if (!stamped) {
      return "";
    }
    long at =
        event instanceof ModelEvent(_, var arrival) ? arrival.lastByteNanos() : ticker.nanos();
    return "%10.3f ms  ".formatted((at - start) / 1e6);
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
