package dev.toolwire.model;

/// What waiting for a stream can bring: an event, nothing yet, or the proper end.
public sealed interface Arrival {

  Nothing NOTHING = new Nothing();
  End END = new End();

  /// An event, with the [Ticker] times at which its first and its last byte were read from the
  /// network, before any decoding.
  record Event(StreamEvent event, long firstByteNanos, long lastByteNanos) implements Arrival {}

  /// Patience ran out; the stream is still open.
  record Nothing() implements Arrival {}

  /// The answer is complete.
  record End() implements Arrival {}
}
