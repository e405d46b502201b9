package dev.toolwire.lab.recording;

import dev.toolwire.lab.stall.Moment;
import dev.toolwire.lab.stall.Timeline;
import dev.toolwire.model.Arrival;
import dev.toolwire.model.Model;
import dev.toolwire.model.ModelException;
import dev.toolwire.model.ModelStream;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.model.Ticker;
import dev.toolwire.wire.Chunk;
import dev.toolwire.wire.Exchange;
import dev.toolwire.wire.Transport;
import java.time.Duration;

/// Watches one run: everything that passes through its [#transport] and its [#model] is noted, with
/// the time at which it was read from the network. Nothing is changed or held back.
///
/// For one run and, like the run's loop, for one thread at a time.
public final class Watch {

  private static final int NO_BLOCK = -1;

  private final Ticker ticker;
  private final Timeline.Recorder recorder = new Timeline.Recorder();
  private long begin;
  private long latest;
  private boolean begun;
  private boolean awaiting;

  /// @param ticker the clock by which the watched transport stamps what arrives
  public Watch(Ticker ticker) {
    this.ticker = ticker;
  }

  /// `inner`, watched for the bytes that come.
  public Transport transport(Transport inner) {
    return request -> new WatchedExchange(inner.open(request));
  }

  /// `inner`, watched for requests, events and ends. It has to be asked over [#transport], or no
  /// bytes are noted.
  public Model model(Model inner) {
    return request -> {
      long now = ticker.nanos();
      if (!begun) {
        begin = now;
        begun = true;
      }
      end(Moment.Kind.BROKEN);
      note(Moment.Kind.SENT, now, now, NO_BLOCK, 0);
      awaiting = true;
      return new WatchedStream(inner.open(request));
    };
  }

  /// What was seen so far.
  ///
  /// @throws IllegalArgumentException if nothing was asked yet
  public Timeline timeline() {
    end(Moment.Kind.BROKEN);
    return recorder.timeline();
  }

  private void end(Moment.Kind how) {
    if (awaiting) {
      awaiting = false;
      long now = ticker.nanos();
      note(how, now, now, NO_BLOCK, 0);
    }
  }

  /// Bytes are noted when they are read and events when they are asked for; an event carries the
  /// time of its bytes, which is never later than that of the bytes noted last.
  private void note(Moment.Kind kind, long at, long firstByteAt, int block, int bytes) {
    long since = Math.max(latest, at - begin);
    latest = since;
    recorder.add(kind, since, Math.min(since, Math.max(0, firstByteAt - begin)), block, bytes);
  }

  private void event(Arrival.Event arrival) {
    StreamEvent event = arrival.event();
    note(
        Events.kind(event),
        arrival.lastByteNanos(),
        arrival.firstByteNanos(),
        Events.block(event),
        Events.bytes(event));
  }

  private final class WatchedExchange implements Exchange {
    private final Exchange inner;

    WatchedExchange(Exchange inner) {
      this.inner = inner;
    }

    @Override
    public Read read(Duration patience) {
      Read read = inner.read(patience);
      switch (read) {
        case Head head -> note(Moment.Kind.HEAD, head.nanos(), head.nanos(), NO_BLOCK, 0);
        case Chunk chunk ->
            note(Moment.Kind.BYTES, chunk.nanos(), chunk.nanos(), NO_BLOCK, chunk.length());
        case Nothing _, End _ -> {}
      }
      return read;
    }

    @Override
    public void close() {
      inner.close();
    }
  }

  private final class WatchedStream implements ModelStream {
    private final ModelStream inner;

    WatchedStream(ModelStream inner) {
      this.inner = inner;
    }

    @Override
    public Arrival next(Duration patience) {
      try {
        Arrival arrival = inner.next(patience);
        switch (arrival) {
          case Arrival.Event event -> event(event);
          case Arrival.End _ -> end(Moment.Kind.COMPLETED);
          case Arrival.Nothing _ -> {}
        }
        return arrival;
      } catch (ModelException broken) {
        end(Moment.Kind.BROKEN);
        throw broken;
      }
    }

    @Override
    public void close() {
      inner.close();
    }
  }
}
