package dev.toolwire.prompted;

import dev.toolwire.model.Arrival;
import dev.toolwire.model.ModelException;
import dev.toolwire.model.ModelStream;
import dev.toolwire.model.StreamEvent;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// An answer with the calls in its text made native ones. Each event has the times of the one that
/// it was made from.
final class TextCallStream implements ModelStream {

  private final ModelStream inner;
  private final TextCalls calls;
  private final Queue<Arrival> ready = new ArrayDeque<>();
  private long firstByte;
  private long lastByte;
  private @Nullable ModelException failure;

  TextCallStream(ModelStream inner, TextCalls calls) {
    this.inner = inner;
    this.calls = calls;
  }

  @Override
  public Arrival next(Duration patience) {
    long left = patience.toNanos();
    boolean waited = false;
    while (ready.isEmpty()) {
      if (failure != null) {
        throw failure;
      }
      if (waited && left <= 0) {
        return Arrival.NOTHING;
      }
      long before = lastByte;
      read(Duration.ofNanos(left));
      // Events bring the time with them; no clock is needed to see how long they took.
      left -= waited ? Math.max(0, lastByte - before) : 0;
      waited = true;
    }
    return ready.remove();
  }

  /// Reads one arrival. If that is an error, what had been kept back comes before it.
  private void read(Duration patience) {
    Arrival arrival;
    try {
      arrival = inner.next(patience);
    } catch (ModelException broken) {
      failure = broken;
      queue(calls.breakOff());
      return;
    }
    if (arrival instanceof Arrival.Event(StreamEvent event, long first, long last)) {
      firstByte = first;
      lastByte = last;
      queue(calls.take(event));
    } else {
      ready.add(arrival);
    }
  }

  private void queue(List<StreamEvent> events) {
    events.forEach(event -> ready.add(new Arrival.Event(event, firstByte, lastByte)));
  }

  @Override
  public void close() {
    inner.close();
  }
}
