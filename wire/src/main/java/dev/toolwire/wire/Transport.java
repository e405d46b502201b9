package dev.toolwire.wire;

/// Carries one request to whoever answers and brings the response back: over HTTP, or within the
/// process to a simulator.
///
/// Signing, retries, recording and faults are each `Transport -> Transport` around this.
/// Implementations are safe for use by many threads at once.
@FunctionalInterface
public interface Transport {

  /// Sends the request; returns when the head of the response is there.
  ///
  /// @throws dev.toolwire.model.TransportException if nobody answers
  WireResponse send(WireRequest request);
}
