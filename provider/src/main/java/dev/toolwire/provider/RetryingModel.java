package dev.toolwire.provider;

import dev.toolwire.model.Model;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ModelStream;
import dev.toolwire.model.Ticker;
import java.util.function.LongConsumer;
import java.util.random.RandomGenerator;

/// Asks again where that may help, but only as long as not one event has arrived: what a caller has
/// seen is never said twice, and a stream that breaks later is reported, not replayed.
///
/// @param pause waits that many nanoseconds; may return early
public record RetryingModel(
    Model inner, RetryPolicy policy, RandomGenerator chance, Ticker ticker, LongConsumer pause)
    implements Model {

  @Override
  public ModelStream open(ModelRequest request) {
    return new RetryingStream(this, request, inner.open(request));
  }
}
