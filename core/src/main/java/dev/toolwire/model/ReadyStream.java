package dev.toolwire.model;

import java.time.Duration;
import java.util.Iterator;

/// A stream whose events are all here already.
record ReadyStream(Iterator<StreamEvent> events, Ticker ticker) implements ModelStream {

  @Override
  public Arrival next(Duration patience) {
    if (!events.hasNext()) {
      return Arrival.END;
    }
    long now = ticker.nanos();
    return new Arrival.Event(events.next(), now, now);
  }

  @Override
  public void close() {}
}
