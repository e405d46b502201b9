package dev.toolwire.simulator;

import dev.toolwire.model.StreamEvent;

/// Something that happens in a streamed answer, and when: in nanoseconds since the request came.
sealed interface Moment {

  long dueNanos();

  Moment later(long nanos);

  /// An event is told.
  record Tells(StreamEvent event, long dueNanos) implements Moment {
    @Override
    public Tells later(long nanos) {
      return new Tells(event, plus(dueNanos, nanos));
    }
  }

  /// The stream fails with an exception of this type; nothing follows.
  record Fails(String type, long dueNanos) implements Moment {
    @Override
    public Fails later(long nanos) {
      return new Fails(type, plus(dueNanos, nanos));
    }
  }

  /// The connection breaks; nothing follows.
  record Breaks(long dueNanos) implements Moment {
    @Override
    public Breaks later(long nanos) {
      return new Breaks(plus(dueNanos, nanos));
    }
  }

  /// A sum that stops at the end of time.
  static long plus(long dueNanos, long nanos) {
    long sum = dueNanos + nanos;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }
}
