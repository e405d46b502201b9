package dev.toolwire.cli;

import dev.toolwire.lab.recording.StallPlan;
import dev.toolwire.lab.strategy.Reach;
import dev.toolwire.lab.strategy.SimulatedReaches;
import dev.toolwire.lab.strategy.SimulatedRoute;
import dev.toolwire.lab.strategy.Strategy;
import dev.toolwire.model.ModelCatalogue;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelProfile.EagerInput;
import dev.toolwire.model.Route;
import dev.toolwire.provider.HttpTransport;
import dev.toolwire.provider.RetryPolicy;
import dev.toolwire.provider.Service;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which models are measured by which strategies, and how they are reached. Whoever opened it
/// closes it.
///
/// Nothing is tried again behind a measurement's back: a run that is refused says so, and is done
/// again when the campaign is resumed.
final class StallRoutes implements Reach.Finder, AutoCloseable {

  /// Those that every simulated behaviour is measured by: one for each wire.
  private static final List<Strategy> WIRES =
      List.of(Strategy.CONVERSE, Strategy.MESSAGES, Strategy.CHAT);

  private final Map<String, String> environment;
  private final Optional<URI> endpoint;
  private final SimulatedReaches simulated;
  private final HttpTransport http;

  /// @param endpoint where to ask instead of the provider
  StallRoutes(Map<String, String> environment, Optional<URI> endpoint, long seed) {
    this.environment = environment;
    this.endpoint = endpoint;
    this.simulated = new SimulatedReaches(seed);
    this.http = HttpTransport.fromEnvironment(environment);
  }

  /// The routes that these words of a person mean.
  ///
  /// @param models `provider:id` each, or an id of Bedrock's; none for the simulated ones
  /// @param strategies their words; none for those that suit each model
  /// @throws IllegalArgumentException if the words do not go together
  static List<StallPlan.Route> named(List<String> models, List<String> strategies) {
    var wanted = strategies.stream().map(Strategy::named).toList();
    var routes = new LinkedHashSet<StallPlan.Route>();
    if (models.isEmpty()) {
      for (var simulated : SimulatedRoute.values()) {
        var unsaid = simulated == SimulatedRoute.BUFFERED ? simulable() : WIRES;
        add(
            routes,
            SimulatedReaches.PREFIX + simulated.model(),
            wanted.isEmpty() ? unsaid : wanted);
      }
    }
    for (var model : models) {
      var name = ModelName.parse(model);
      add(routes, written(name), wanted.isEmpty() ? suiting(name) : fitting(name, wanted));
    }
    return new ArrayList<>(routes);
  }

  private static void add(Set<StallPlan.Route> routes, String model, List<Strategy> strategies) {
    strategies.forEach(strategy -> routes.add(new StallPlan.Route(model, strategy.word())));
  }

  private static String written(ModelName name) {
    return (name.provider().isEmpty() ? Service.BEDROCK.word() : name.provider()) + ":" + name.id();
  }

  private static List<Strategy> suiting(ModelName name) {
    if (name.provider().equals(ModelName.SIMULATOR)) {
      SimulatedRoute.of(name.id());
      return simulable();
    }
    return Strategy.of(service(name)).stream()
        .filter(strategy -> !strategy.isEager() || takesEagerInput(name))
        .toList();
  }

  /// What the wires of a simulated model can say; Chat, which is its mantle, knows no eager input.
  private static List<Strategy> simulable() {
    return Arrays.stream(Strategy.values())
        .filter(strategy -> strategy.service() != Service.BEDROCK_MANTLE)
        .toList();
  }

  private static boolean takesEagerInput(ModelName name) {
    var route =
        switch (service(name)) {
          case ANTHROPIC -> Route.MESSAGES;
          case BEDROCK -> Route.CONVERSE;
          case BEDROCK_INVOKE -> Route.INVOKE;
          case BEDROCK_MANTLE -> Route.MANTLE;
          case OPENAI -> Route.CHAT;
        };
    return ModelCatalogue.builtIn().profile(new ModelId(name.id()), route).eagerInput()
        != EagerInput.NONE;
  }

  private static List<Strategy> fitting(ModelName name, List<Strategy> wanted) {
    if (name.provider().equals(ModelName.SIMULATOR)) {
      SimulatedRoute.of(name.id());
      return wanted;
    }
    var service = service(name);
    var fitting = wanted.stream().filter(strategy -> strategy.service() == service).toList();
    if (fitting.isEmpty()) {
      throw new IllegalArgumentException(
          "none of these strategies asks %s; there are %s"
              .formatted(
                  written(name),
                  String.join(", ", Strategy.of(service).stream().map(Strategy::word).toList())));
    }
    return fitting;
  }

  private static Service service(ModelName name) {
    return name.provider().isEmpty() ? Service.BEDROCK : Service.named(name.provider());
  }

  @Override
  public Reach find(String model, Strategy strategy) {
    if (model.startsWith(SimulatedReaches.PREFIX)) {
      return simulated.find(model, strategy);
    }
    var service = strategy.service();
    var provider =
        endpoint.map(uri -> service.in(environment, uri)).orElseGet(() -> service.in(environment));
    var id = model.substring(model.indexOf(':') + 1);
    return new Reach(new ModelId(id), provider.withRetries(RetryPolicy.NEVER), http);
  }

  @Override
  public void close() {
    simulated.close();
    http.close();
  }
}
