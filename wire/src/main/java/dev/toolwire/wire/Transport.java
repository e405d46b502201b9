package dev.toolwire.wire;

/// Carries a request to whoever answers and brings the answer back: over HTTP, or within the
/// process to a simulator.
///
/// Signing, recording and faults are each `Transport -> Transport` around this. Implementations are
/// safe for use by many threads at once.
@FunctionalInterface
public interface Transport {

  /// Begins to send and returns at once; whatever goes wrong is thrown by [Exchange#read].
  Exchange open(WireRequest request);
}
