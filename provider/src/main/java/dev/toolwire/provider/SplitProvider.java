package dev.toolwire.provider;

import dev.toolwire.model.LossPolicy;
import dev.toolwire.model.Model;
import dev.toolwire.model.ModelCatalogue;
import dev.toolwire.model.ModelId;
import dev.toolwire.wire.Transport;
import java.net.URI;
import java.util.function.Predicate;

/// A service that has some of its models behind another wire than the rest.
///
/// @param isFirst whether a model is one of `first`, else it is one of `rest`
record SplitProvider(Predicate<ModelId> isFirst, Provider first, Provider rest)
    implements Provider {

  @Override
  public Provider withRetries(RetryPolicy policy) {
    return new SplitProvider(isFirst, first.withRetries(policy), rest.withRetries(policy));
  }

  @Override
  public Provider withCatalogue(ModelCatalogue known) {
    return new SplitProvider(isFirst, first.withCatalogue(known), rest.withCatalogue(known));
  }

  @Override
  public Provider withLosses(LossPolicy policy) {
    return new SplitProvider(isFirst, first.withLosses(policy), rest.withLosses(policy));
  }

  @Override
  public URI endpoint(ModelId model) {
    return (isFirst.test(model) ? first : rest).endpoint(model);
  }

  @Override
  public Model over(Transport transport) {
    Model one = first.over(transport);
    Model other = rest.over(transport);
    return request -> (isFirst.test(request.model()) ? one : other).open(request);
  }
}
