package dev.toolwire.simulator;

/// Is told of every piece of an answer's body at the moment at which a [SimulatorServer] sends it,
/// which is when it is due or, on a busy machine, later: what has arrived, and when, can be held
/// against it.
@FunctionalInterface
public interface SendListener {

  /// A piece is sent now. Called in the thread of its connection, which sends nothing meanwhile.
  ///
  /// @param bytes how many
  /// @param nanos the time, as [System#nanoTime] says it
  void sends(int bytes, long nanos);
}
