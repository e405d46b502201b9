package dev.toolwire.cli;

import dev.toolwire.model.Model;
import dev.toolwire.provider.Bedrock;
import dev.toolwire.provider.BedrockEndpoint;
import dev.toolwire.provider.HttpTransport;
import dev.toolwire.simulator.Simulator;
import dev.toolwire.simulator.SimulatorServer;
import java.util.Optional;

/// A model that can be asked. Whoever opened it closes it, which ends every exchange.
record Connection(Model model, Runnable end) implements AutoCloseable {

  /// The keys of a simulator that is asked by nobody but us.
  private static final String KEY = "AKIDTOOLWIRE";

  private static final String SECRET = "embedded";

  /// Starts what has to run for `destination` to be reached.
  ///
  /// @param run which run of a scripted model is to be played, if not its usual one
  /// @throws IllegalArgumentException if the environment is contradictory or not enough
  static Connection to(Destination destination, Optional<Integer> run) {
    return switch (destination) {
      case Destination.Embedded _ -> embedded(run);
      case Destination.Live(_, var environment, boolean anonymous) -> {
        var bedrock = Bedrock.fromEnvironment(environment);
        var http = HttpTransport.fromEnvironment(environment);
        yield new Connection(
            (anonymous ? bedrock.withKeys(KEY, SECRET) : bedrock)
                .over(run.isPresent() ? Simulator.choosing(run.get(), http) : http),
            http::close);
      }
    };
  }

  /// A server on a loopback port of its own, asked over HTTP with signed requests, whose signatures
  /// it checks.
  private static Connection embedded(Optional<Integer> run) {
    var server = SimulatorServer.start(Simulator.builder().credentials(KEY, SECRET).build(), 0);
    var http = HttpTransport.create();
    var model =
        Bedrock.at(new BedrockEndpoint(server.baseUri(), "us-east-1"))
            .withKeys(KEY, SECRET)
            .over(run.isPresent() ? Simulator.choosing(run.get(), http) : http);
    return new Connection(
        model,
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
