package dev.toolwire.cli;

import dev.toolwire.loop.LoopEvent;
import dev.toolwire.loop.LoopEvent.ModelEvent;
import dev.toolwire.model.Ticker;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/// When the events of a run happen, counted from the making of this: those of the model when their
/// last byte arrives, the others when they are shown.
final class EventTimes {

  private static final DateTimeFormatter MILLIS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  private final Ticker ticker;
  private final long start;
  private final Instant began;

  EventTimes(Ticker ticker, InstantSource clock) {
    this.ticker = ticker;
    this.start = ticker.nanos();
    this.began = clock.instant();
  }

  /// Nanoseconds since the start.
  long of(LoopEvent event) {
    long at =
        event instanceof ModelEvent(_, var arrival) ? arrival.lastByteNanos() : ticker.nanos();
    return at - start;
  }

  /// The time of the day so many nanoseconds after the start, to the millisecond.
  String clock(long nanos) {
    return MILLIS.format(began.plusNanos(nanos));
  }
}
