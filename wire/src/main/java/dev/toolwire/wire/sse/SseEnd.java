package dev.toolwire.wire.sse;

/// How a stream stood when its last byte had come.
public sealed interface SseEnd {

  /// It ended behind an event, behind a comment, or before anything had come.
  ///
  /// @param events how many events there were
  record BetweenEvents(long events) implements SseEnd {}

  /// It ended within an event: the blank line that ends one had not come. The standard drops what
  /// there is of it; [SseDecoder#unfinished()] shows it.
  ///
  /// @param number the event that was cut, counted from 1
  /// @param startsAt the stream's offset of that event's first byte
  /// @param received how many bytes of it came
  record MidEvent(long number, long startsAt, long received) implements SseEnd {

    /// The facts as a sentence for an error message, with what to do about it.
    public String describe() {
      return "stream ended %d bytes into event %d, which begins at byte %d, retry the request"
          .formatted(received, number, startsAt);
    }
  }
}
