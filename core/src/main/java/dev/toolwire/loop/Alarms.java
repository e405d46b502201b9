package dev.toolwire.loop;

/// Something that calls back later.
interface Alarms {

  /// Calls `action` in `nanos` nanoseconds, from a thread of its own; `action` must be quick.
  Alarm in(long nanos, Runnable action);

  /// A callback that is still to come.
  interface Alarm {

    /// Nothing to call off.
    Alarm NONE = () -> {};

    /// Calls the callback off, unless it is on its way already.
    void cancel();
  }
}
