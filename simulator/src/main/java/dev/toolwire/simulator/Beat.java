package dev.toolwire.simulator;

/// What is sent next, and when: in nanoseconds since the request came. The last beat of an answer
/// is [Ends] or [Breaks].
sealed interface Beat {

  long dueNanos();

  default Beat later(long nanos) {
    long due = Moment.plus(dueNanos(), nanos);
    return switch (this) {
      case Bytes(byte[] bytes, int offset, int length, _) -> new Bytes(bytes, offset, length, due);
      case Ends _ -> new Ends(due);
      case Breaks _ -> new Breaks(due);
    };
  }

  /// Bytes of the body; all of them for a receiver to read, none to change.
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  record Bytes(byte[] bytes, int offset, int length, long dueNanos) implements Beat {
    Bytes(byte[] bytes, long dueNanos) {
      this(bytes, 0, bytes.length, dueNanos);
    }

    Bytes slice(int from, int count, long due) {
      return new Bytes(bytes, offset + from, count, due);
    }
  }

  /// The body is complete.
  record Ends(long dueNanos) implements Beat {}

  /// The connection breaks.
  record Breaks(long dueNanos) implements Beat {}
}
