package dev.toolwire.cli;

import dev.toolwire.loop.LoopEvent;
import dev.toolwire.loop.LoopEvent.ModelEvent;
import dev.toolwire.loop.Outcome;
import dev.toolwire.model.Ticker;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/// Shows every event as one line and the answer after them.
final class EventsScreen implements Screen {

  private static final DateTimeFormatter MILLIS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  private final PrintWriter out;
  private final boolean stamped;
  private final Ticker ticker;
  private final long start;
  private final Instant began;

  /// @param stamped whether each line begins with its time, to the millisecond, and how long that
  ///   is after the start. Events of the model have the time of their arrival, the others that of
  ///   their showing.
  EventsScreen(PrintWriter out, boolean stamped, Ticker ticker, InstantSource clock) {
    this.out = out;
    this.stamped = stamped;
    this.ticker = ticker;
    this.start = ticker.nanos();
    this.began = clock.instant();
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
    return "%s %10.3f ms  "
        .formatted(MILLIS.format(began.plusNanos(at - start)), (at - start) / 1e6);
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
