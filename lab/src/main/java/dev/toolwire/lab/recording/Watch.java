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
import java.util.Optional;
import java.util.function.Consumer;

/// Watches one run: everything that passes through its [#transport] and its [#model] is noted, with
/// the time at which it was read from the network. Nothing is changed or held back.
///
/// For one run and, like the run's loop, for one thread at a time.
public final class Watch {

  private static final int NO_BLOCK = -1;

  private final Ticker ticker;
  private final Optional<Consumer<Moment>> spectator;
  private final Timeline.Recorder recorder = new Timeline.Recorder();
  private long begin;
  private long latest;
  private boolean begun;
  private boolean awaiting;

  /// @param ticker the clock by which the watched transport stamps what arrives
  public Watch(Ticker ticker) {
    this(ticker, Optional.empty());
  }

  /// @param ticker the clock by which the watched transport stamps what arrives
  /// @param spectator is told of every moment when it is noted
  public Watch(Ticker ticker, Consumer<Moment> spectator) {
    this(ticker, Optional.of(spectator));
  }

  private Watch(Ticker ticker, Optional<Consumer<Moment>> spectator) {
    this.ticker = ticker;
    this.spectator = spectator;
  }

  /// `inner`, watched for the bytes that come.
  public Transport transport(Transport inner) {
    return request -> new WatchedExchange(inner.open(request));
  }

  /// `inner`, watched for requests, events and ends. It has to be asked over [#transport], or no
  /// bytes are noted.
  public Model model(Model inner) {
    return watched(inner, this::event);
  }

  /// `inner`, which writes calls as text because a prompt told it of the tools, watched alike: its
  /// text is noted as the input of a tool, whose block is open for as long as the message.
  public Model promptedModel(Model inner) {
    return watched(inner, this::promptedEvent);
  }

  private Model watched(Model inner, Consumer<Arrival.Event> note) {
    return request -> {
      long now = ticker.nanos();
      if (!begun) {
        begin = now;
        begun = true;
      }
      end(Moment.Kind.BROKEN);
      note(Moment.Kind.SENT, now, now, NO_BLOCK, 0);
      awaiting = true;
      return new WatchedStream(inner.open(request), note);
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
    long first = Math.min(since, Math.max(0, firstByteAt - begin));
    int number = Math.min(block, Timeline.Recorder.LAST_BLOCK);
    recorder.add(kind, since, first, number, bytes);
    if (spectator.isPresent()) {
      spectator.get().accept(new Moment(kind, since, first, number, bytes));
    }
  }

  private void event(Arrival.Event arrival) {
    StreamEvent event = arrival.event();
    // What a long input has hundreds of thousands of.
    if (event instanceof StreamEvent.ToolInputDelta(int index, _)) {
      event(arrival, Moment.Kind.TOOL_INPUT_DELTA, index);
      return;
    }
    event(arrival, Events.kind(event), Events.block(event));
  }

  private void event(Arrival.Event arrival, Moment.Kind kind, int block) {
    note(
        kind,
        arrival.lastByteNanos(),
        arrival.firstByteNanos(),
        block,
        arrival.event().contentBytes());
  }

  private void promptedEvent(Arrival.Event arrival) {
    switch (arrival.event()) {
      case StreamEvent.MessageStart _ -> {
        event(arrival);
        event(arrival, Moment.Kind.TOOL_USE_START, 0);
      }
      case StreamEvent.TextDelta _ -> event(arrival, Moment.Kind.TOOL_INPUT_DELTA, 0);
      case StreamEvent.ContentBlockStop _ -> event(arrival, Moment.Kind.OTHER_CONTENT, 0);
      case StreamEvent.MessageStop _ -> {
        event(arrival, Moment.Kind.CONTENT_BLOCK_STOP, 0);
        event(arrival);
      }
      default -> event(arrival);
    }
  }

  private final class WatchedExchange implements Exchange {
    private final Exchange inner;

    WatchedExchange(Exchange inner) {
      this.inner = inner;
    }

    @Override
    public Read read(Duration patience) {
      Read read = inner.read(patience);
      if (read instanceof Chunk chunk) {
        note(Moment.Kind.BYTES, chunk.nanos(), chunk.nanos(), NO_BLOCK, chunk.length());
      } else if (read instanceof Head head) {
        note(Moment.Kind.HEAD, head.nanos(), head.nanos(), NO_BLOCK, 0);
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
    private final Consumer<Arrival.Event> note;

    WatchedStream(ModelStream inner, Consumer<Arrival.Event> note) {
      this.inner = inner;
      this.note = note;
    }

    @Override
    public Arrival next(Duration patience) {
      try {
        Arrival arrival = inner.next(patience);
        if (arrival instanceof Arrival.Event event) {
          note.accept(event);
        } else if (arrival instanceof Arrival.End) {
          end(Moment.Kind.COMPLETED);
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
