package dev.toolwire.cli;

import dev.toolwire.lab.campaign.Campaign.Lane;
import dev.toolwire.lab.compare.Entrant;
import dev.toolwire.lab.compare.RecordedModels;
import dev.toolwire.lab.compare.SimulatedModels;
import dev.toolwire.model.ModelCatalogue;
import dev.toolwire.model.Route;
import dev.toolwire.model.Ticker;
import dev.toolwire.provider.HttpTransport;
import dev.toolwire.provider.Service;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The models that a person names for a comparison, and the ways to them. Closing it ends every
/// exchange.
final class Entrants implements AutoCloseable {

  private final Surroundings around;
  private final SimulatedModels simulated;
  private final int perProvider;
  private final Optional<RecordedModels> recorded;
  private @Nullable HttpTransport http;

  /// @param perProvider how many runs may ask the same provider at once
  /// @param recorded what is played instead of asking anybody
  Entrants(
      Surroundings around,
      SimulatedModels simulated,
      int perProvider,
      Optional<RecordedModels> recorded) {
    this.around = around;
    this.simulated = simulated;
    this.perProvider = perProvider;
    this.recorded = recorded;
  }

  /// @param name as `provider:id`, or just an id, which goes where `toolwire ask` would send it
  /// @throws IllegalArgumentException if there is no such model, or the environment is not enough
  /// @throws dev.toolwire.model.CredentialsException if nobody says who is asking
  Entrant named(String name) {
    var destination = Destination.of(ModelName.parse(name), Optional.empty(), around);
    var entrant =
        switch (destination) {
          case Destination.Embedded embedded -> simulated.entrant(embedded.model().value());
          case Destination.Live live -> live(live);
        };
    return recorded.map(models -> models.of(entrant)).orElse(entrant);
  }

  private Entrant live(Destination.Live live) {
    ModelCatalogue catalogue = simulated.catalogue();
    var service = live.service();
    var environment = recorded.isPresent() ? withAnyKeys(live.environment()) : live.environment();
    return new Entrant(
        service.word() + ":" + live.model(),
        live.model(),
        service.in(environment).withCatalogue(catalogue),
        !catalogue.profile(live.model(), route(service)).tools(),
        new Lane(service.word(), perProvider),
        _ -> new Entrant.Wire(http(environment), Ticker.SYSTEM));
  }

  private synchronized HttpTransport http(Map<String, String> environment) {
    var open = http;
    if (open == null) {
      open = HttpTransport.fromEnvironment(environment);
      http = open;
    }
    return open;
  }

  /// A recording is played without credentials; the wire still has a place for them.
  private static Map<String, String> withAnyKeys(Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(environment);
    all.putIfAbsent("AWS_REGION", "us-east-1");
    if (!Service.BEDROCK.isConfigured(environment)) {
      all.put("AWS_BEARER_TOKEN_BEDROCK", "recorded");
    }
    all.putIfAbsent("ANTHROPIC_API_KEY", "recorded");
    all.putIfAbsent("OPENAI_API_KEY", "recorded");
    return all;
  }

  private static Route route(Service service) {
    return switch (service) {
      case BEDROCK -> Route.CONVERSE;
      case BEDROCK_INVOKE -> Route.INVOKE;
      case BEDROCK_MANTLE -> Route.MANTLE;
      case ANTHROPIC -> Route.MESSAGES;
      case OPENAI -> Route.CHAT;
    };
  }

  @Override
  public synchronized void close() {
    if (http != null) {
      http.close();
    }
  }
}
