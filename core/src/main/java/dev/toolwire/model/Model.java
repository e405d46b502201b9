package dev.toolwire.model;

/// A model: one function from a request to a stream of events.
///
/// Everything that is done to models is `Model -> Model` around this. Implementations are safe for
/// use by many threads at once.
@FunctionalInterface
public interface Model {

  /// Sends the request and returns as soon as the answer begins. A request that is not
  /// [streaming][ModelRequest#streaming()] gives the same events once the whole answer is there.
  ///
  /// @throws ModelException if there is no answer: the exception's type says whose fault it was
  ModelStream open(ModelRequest request);
}
