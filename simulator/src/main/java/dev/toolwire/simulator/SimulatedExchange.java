package dev.toolwire.simulator;

import dev.toolwire.model.ModelStream;
import dev.toolwire.model.TransportException;
import dev.toolwire.wire.Chunk;
import dev.toolwire.wire.Exchange;
import java.time.Duration;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/// An answer, played in memory on a virtual clock: whoever waits lets time pass.
final class SimulatedExchange implements Exchange {

  private final VirtualClock clock;
  private final long start;
  private final Answer answer;
  private boolean headRead;
  private @Nullable Beat next;
  private boolean closed;

  SimulatedExchange(VirtualClock clock, Answer answer) {
    this.clock = clock;
    this.start = clock.nanos();
    this.answer = answer;
  }

  @Override
  public synchronized Read read(Duration patience) {
    requireOpen();
    return switch (answer) {
      case Answer.Dropped(long due) -> dropped(due, patience);
      case Answer.Response response when !headRead -> head(response, patience);
      case Answer.Response response -> body(response.body(), patience);
    };
  }

  private Read dropped(long dueNanos, Duration patience) {
    if (!passed(dueNanos, patience)) {
      return Read.NOTHING;
    }
    throw new TransportException("the simulator closed the connection without an answer");
  }

  private Read head(Answer.Response response, Duration patience) {
    if (!passed(response.headNanos(), patience)) {
      return Read.NOTHING;
    }
    headRead = true;
    return new Head(response.status(), response.headers(), clock.nanos());
  }

  private Read body(Iterator<Beat> beats, Duration patience) {
    Beat beat = next == null ? beats.next() : next;
    next = beat;
    if (!passed(beat.dueNanos(), patience)) {
      return Read.NOTHING;
    }
    return switch (beat) {
      case Beat.Bytes(byte[] bytes, int offset, int length, _) -> {
        next = null;
        yield new Chunk(bytes, offset, length, clock.nanos());
      }
      case Beat.Ends _ -> Read.END;
      case Beat.Breaks _ -> throw new TransportException("the simulator cut the connection");
    };
  }

  /// Waits until it is time, but no longer than patience lasts. A wait without an end lasts until
  /// the exchange is closed.
  private boolean passed(long dueNanos, Duration patience) {
    if (dueNanos == Long.MAX_VALUE && patience.compareTo(ModelStream.FOREVER) >= 0) {
      awaitClose();
    }
    long now = clock.nanos();
    long target = Moment.plus(start, dueNanos);
    long limit =
        patience.compareTo(ModelStream.FOREVER) >= 0
            ? Long.MAX_VALUE
            : Moment.plus(now, patience.toNanos());
    clock.advanceTo(Math.min(target, limit));
    return target <= limit && dueNanos != Long.MAX_VALUE;
  }

  private void awaitClose() {
    try {
      while (!closed) {
        wait();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new TransportException("interrupted while waiting for the simulator", interrupted);
    }
    requireOpen();
  }

  private void requireOpen() {
    if (closed) {
      throw new TransportException("the exchange with the simulator was closed");
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
  }
}
