package dev.toolwire.provider;

import dev.toolwire.model.LossPolicy;
import dev.toolwire.model.Model;
import dev.toolwire.model.ModelCatalogue;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.Route;
import dev.toolwire.model.Ticker;
import dev.toolwire.quirk.Quirks;
import dev.toolwire.wire.ClientCodec;
import dev.toolwire.wire.Transport;
import java.net.URI;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;

/// Models behind one wire at one address.
record WireProvider(
    ClientCodec codec,
    Route route,
    URI endpoint,
    UnaryOperator<Transport> authentication,
    RetryPolicy retries,
    ModelCatalogue catalogue,
    LossPolicy losses)
    implements Provider {

  WireProvider {
    Environment.requireAddress(endpoint, "the address of the service");
  }

  static WireProvider of(
      ClientCodec codec, Route route, URI endpoint, UnaryOperator<Transport> authentication) {
    return new WireProvider(
        codec,
        route,
        endpoint,
        authentication,
        RetryPolicy.on(route),
        ModelCatalogue.builtIn(),
        LossPolicy.log());
  }

  @Override
  public WireProvider withRetries(RetryPolicy policy) {
    return new WireProvider(codec, route, endpoint, authentication, policy, catalogue, losses);
  }

  @Override
  public WireProvider withCatalogue(ModelCatalogue known) {
    return new WireProvider(codec, route, endpoint, authentication, retries, known, losses);
  }

  @Override
  public WireProvider withLosses(LossPolicy policy) {
    return new WireProvider(codec, route, endpoint, authentication, retries, catalogue, policy);
  }

  @Override
  public URI endpoint(ModelId model) {
    return endpoint;
  }

  @Override
  public Model over(Transport transport) {
    Model wire =
        new WireModel(codec, authentication.apply(transport), endpoint, catalogue, route, losses);
    Model retrying =
        new RetryingModel(
            wire,
            retries,
            () -> ThreadLocalRandom.current().nextLong(),
            Ticker.SYSTEM,
            LockSupport::parkNanos);
    return new Quirks(retrying, catalogue, route, losses);
  }
}
