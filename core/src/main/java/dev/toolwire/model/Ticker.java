package dev.toolwire.model;

/// A monotonic clock in nanoseconds, with an origin of its own; only differences mean something.
@FunctionalInterface
public interface Ticker {

  /// The clock of the machine.
  Ticker SYSTEM = System::nanoTime;

  long nanos();
}
