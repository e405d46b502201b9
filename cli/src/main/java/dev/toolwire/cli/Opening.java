package dev.toolwire.cli;

import dev.toolwire.model.Model;
import dev.toolwire.provider.Bedrock;
import dev.toolwire.provider.BedrockEndpoint;
import dev.toolwire.provider.HttpTransport;
import dev.toolwire.provider.Provider;
import dev.toolwire.simulator.Simulator;
import dev.toolwire.simulator.SimulatorServer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;

/// The way to a destination's models. What has to run for it starts at once, on a thread of its
/// own, while the command goes on with what it was given: half of the time that a person waits for
/// the embedded simulator. Whoever has opened it closes it, which ends every exchange.
final class Opening implements AutoCloseable {

  /// The keys of a simulator that is asked by nobody but us.
  private static final String KEY = "AKIDTOOLWIRE";

  private static final String SECRET = "embedded";

  /// @param end ends every exchange
  private record Way(Provider provider, HttpTransport http, Runnable end) {}

  private final CompletableFuture<Way> way;

  private Opening(CompletableFuture<Way> way) {
    this.way = way;
  }

  static Opening of(Destination destination) {
    return new Opening(
        CompletableFuture.supplyAsync(
            () -> open(destination), task -> Thread.ofPlatform().daemon().start(task)));
  }

  /// The destination's models.
  ///
  /// @param settings what else is to hold for them
  /// @param run which run of a scripted model is to be played, if not its usual one
  /// @throws IllegalArgumentException if the environment is contradictory or not enough
  /// @throws dev.toolwire.model.CredentialsException if nobody says who is asking
  Model model(UnaryOperator<Provider> settings, Optional<Integer> run) {
    Way opened;
    try {
      opened = way.join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException reason ? reason : failed;
    }
    var provider = settings.apply(opened.provider());
    return run.isPresent()
        ? provider.over(Simulator.choosing(run.get(), opened.http()))
        : provider.over(opened.http());
  }

  @Override
  public void close() {
    way.thenAccept(opened -> opened.end().run()).exceptionally(_ -> null).join();
  }

  private static Way open(Destination destination) {
    return switch (destination) {
      case Destination.Embedded _ -> embedded();
      case Destination.Live live -> {
        var provider = live.reached();
        var http = HttpTransport.fromEnvironment(live.environment());
        yield new Way(provider, http, http::close);
      }
    };
  }

  /// A server on a loopback port of its own, asked over HTTP with signed requests, whose signatures
  /// it checks.
  private static Way embedded() {
    var server = SimulatorServer.start(Simulator.builder().credentials(KEY, SECRET).build(), 0);
    var http = HttpTransport.create();
    var bedrock =
        Bedrock.at(new BedrockEndpoint(server.baseUri(), "us-east-1")).withKeys(KEY, SECRET);
    return new Way(
        bedrock.converse(),
        http,
        () -> {
          http.close();
          server.close();
        });
  }
}
