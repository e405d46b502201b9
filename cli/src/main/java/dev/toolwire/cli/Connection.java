package dev.toolwire.cli;

import dev.toolwire.model.Model;
import dev.toolwire.provider.Bedrock;
import dev.toolwire.provider.BedrockEndpoint;
import dev.toolwire.provider.HttpTransport;
import dev.toolwire.provider.Provider;
import dev.toolwire.simulator.Simulator;
import dev.toolwire.simulator.SimulatorServer;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// A model that can be asked. Whoever opened it closes it, which ends every exchange.
record Connection(Model model, Runnable end) implements AutoCloseable {

  /// The keys of a simulator that is asked by nobody but us.
  private static final String KEY = "AKIDTOOLWIRE";

  private static final String SECRET = "embedded";

  /// Starts what has to run for `destination` to be reached.
  ///
  /// @param settings what else is to hold for its models
  /// @param run which run of a scripted model is to be played, if not its usual one
  /// @throws IllegalArgumentException if the environment is contradictory or not enough
  /// @throws dev.toolwire.model.CredentialsException if nobody says who is asking
  static Connection to(
      Destination destination, UnaryOperator<Provider> settings, Optional<Integer> run) {
    return switch (destination) {
      case Destination.Embedded _ -> embedded(settings, run);
      case Destination.Live live -> {
        var provider = settings.apply(live.reached());
        var http = HttpTransport.fromEnvironment(live.environment());
        yield new Connection(
            provider.over(run.isPresent() ? Simulator.choosing(run.get(), http) : http),
            http::close);
      }
    };
  }

  /// A server on a loopback port of its own, asked over HTTP with signed requests, whose signatures
  /// it checks.
  private static Connection embedded(UnaryOperator<Provider> settings, Optional<Integer> run) {
    var server = SimulatorServer.start(Simulator.builder().credentials(KEY, SECRET).build(), 0);
    var http = HttpTransport.create();
    var bedrock =
        Bedrock.at(new BedrockEndpoint(server.baseUri(), "us-east-1")).withKeys(KEY, SECRET);
    return new Connection(
        settings
            .apply(bedrock.converse())
            .over(run.isPresent() ? Simulator.choosing(run.get(), http) : http),
        () -> {
          http.close();
          server.close();
        });
  }

  @Override
  public void close() {
    end.run();
  }
}
