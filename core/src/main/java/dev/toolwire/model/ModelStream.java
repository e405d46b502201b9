package dev.toolwire.model;

import java.time.Duration;
import java.util.function.Consumer;

/// A model's answer while it arrives: pulled event by event, by one thread at a time.
///
/// [#close] may be called by any thread at any time; it ends the provider's stream and wakes a
/// thread that waits in [#next], which then throws.
public interface ModelStream extends AutoCloseable {

  /// Patience without end.
  Duration FOREVER = Duration.ofNanos(Long.MAX_VALUE);

  /// Waits up to `patience` for the next event.
  ///
  /// After [Arrival.End] it keeps answering `End`. A stream that breaks off before its proper end
  /// throws [TruncatedStreamException] and never answers `End`.
  ///
  /// @throws ModelException if the provider reports an error or the stream breaks
  Arrival next(Duration patience);

  @Override
  void close();

  /// Gives every remaining event to `sink`, then closes the stream.
  default void drainTo(Consumer<? super StreamEvent> sink) {
    try (this) {
      for (Arrival arrival = next(FOREVER);
          !(arrival instanceof Arrival.End);
          arrival = next(FOREVER)) {
        if (arrival instanceof Arrival.Event(StreamEvent event, _, _)) {
          sink.accept(event);
        }
      }
    }
  }

  /// Folds every remaining event into the reply, then closes the stream.
  default Reply reply() {
    MessageFold fold = new MessageFold();
    drainTo(fold::accept);
    return fold.reply();
  }

  /// A stream of events that are already here, stamped with the present.
  static ModelStream of(Iterable<StreamEvent> events, Ticker ticker) {
    return new ReadyStream(events.iterator(), ticker);
  }
}
