package dev.toolwire.wire.sse;

import dev.toolwire.model.Arrival;
import dev.toolwire.model.StreamEvent;

/// What [SseDecoder#next()] answers.
public sealed interface Decoded permits SseEvent, Decoded.Comment, Decoded.NeedBytes {

  NeedBytes NEED_BYTES = new NeedBytes();

  /// A line that says nothing, such as `: keep-alive`, with the [Ticker][dev.toolwire.model.Ticker]
  /// times at which its first and its last byte were read. It may stand within an event.
  record Comment(long firstByteNanos, long lastByteNanos) implements Decoded {

    /// A sign of life that came when this comment came.
    public Arrival.Event ping() {
      return new Arrival.Event(new StreamEvent.Ping(), firstByteNanos, lastByteNanos);
    }
  }

  /// The bytes fed so far hold no further event. An ordinary answer, not a failure.
  record NeedBytes() implements Decoded {}
}
