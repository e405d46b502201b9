package dev.toolwire.model;

/// A model: one function from a request to a stream of events.
///
/// Everything that is done to models is `Model -> Model` around this. Implementations are safe for
/// use by many threads at once.
@FunctionalInterface
public interface Model {

  /// Begins to send the request and returns at once; the answer, or why there is none, comes out of
  /// the stream. A request that is not [streaming][ModelRequest#streaming()] gives the same events
  /// once the whole answer is there.
  ///
  /// @throws UnsupportedOnWireException if the request cannot be said on this wire; nothing is sent
  ModelStream open(ModelRequest request);
}
