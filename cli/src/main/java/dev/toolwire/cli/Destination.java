package dev.toolwire.cli;

import dev.toolwire.model.ModelId;
import dev.toolwire.provider.Provider;
import dev.toolwire.provider.Service;
import dev.toolwire.simulator.Simulator;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/// Where a question goes: who has the model, and which model it is. Deciding opens nothing.
sealed interface Destination {

  ModelId model();

  /// Who answers, as [ModelName] has it.
  String provider();

  /// Who answers, in words.
  String who();

  /// One line that says where the question goes, and how to have it otherwise.
  String notice();

  /// Whether this machine answers, which then must be a simulator.
  boolean isOnThisMachine();

  /// The simulator inside this command.
  ///
  /// @param advice how to reach a live model instead
  record Embedded(ModelId model, String advice) implements Destination {
    @Override
    public String provider() {
      return ModelName.SIMULATOR;
    }

    @Override
    public String who() {
      return "embedded simulator";
    }

    @Override
    public String notice() {
      return who() + ", scripted model " + model + "; " + advice;
    }

    @Override
    public boolean isOnThisMachine() {
      return true;
    }
  }

  /// A service, or another server that speaks its wire.
  ///
  /// @param address where to ask, if not where the environment says
  /// @param environment says where the service is and who is asking
  record Live(
      ModelId model, Service service, Optional<URI> address, Map<String, String> environment)
      implements Destination {
    @Override
    public String provider() {
      return service.word();
    }

    @Override
    public String who() {
      return service.word();
    }

    /// @throws IllegalArgumentException if the environment is contradictory or not enough
    /// @throws dev.toolwire.model.CredentialsException if nobody says who is asking
    @Override
    public String notice() {
      return "model " + model + " at " + reached().endpoint(model);
    }

    /// The service, as its models can be reached.
    ///
    /// @throws IllegalArgumentException if the environment is contradictory or not enough
    /// @throws dev.toolwire.model.CredentialsException if nobody says who is asking
    Provider reached() {
      return address
          .map(uri -> service.in(environment, uri))
          .orElseGet(() -> service.in(environment));
    }

    @Override
    public boolean isOnThisMachine() {
      return Service.isOnThisMachine(reached().endpoint(model));
    }
  }

  /// Decides. A question goes to the service that is named; without one to Bedrock, if the model is
  /// named and somebody has said where Bedrock is or for whom; else to the embedded simulator.
  ///
  /// @param address where to ask, if not where the environment says
  /// @throws IllegalArgumentException if the parts do not go together
  static Destination of(ModelName name, Optional<URI> address, Surroundings around) {
    return switch (name.provider()) {
      case ModelName.SIMULATOR -> {
        if (address.isPresent()) {
          throw new IllegalArgumentException(
              "the embedded simulator has no endpoint; leave out --endpoint or simulator:");
        }
        yield embedded(name, around);
      }
      case "" -> {
        boolean isNamed = !name.id().isEmpty();
        yield address.isPresent() || (isNamed && isConfigured(around))
            ? live(Service.BEDROCK, isNamed ? name.id() : Simulator.DEFAULT_MODEL, address, around)
            : embedded(name, around);
      }
      default -> live(Service.named(name.provider()), name.id(), address, around);
    };
  }

  private static Embedded embedded(ModelName name, Surroundings around) {
    var model = name.id().isEmpty() ? Simulator.DEFAULT_MODEL : name.id();
    var advice =
        isConfigured(around)
            ? "name a live one with --model"
            : "set AWS_BEARER_TOKEN_BEDROCK or AWS_ACCESS_KEY_ID and name one with --model for a"
                + " live one";
    return new Embedded(new ModelId(model), advice);
  }

  private static Live live(
      Service service, String model, Optional<URI> address, Surroundings around) {
    return new Live(new ModelId(model), service, address, around.environment());
  }

  private static boolean isConfigured(Surroundings around) {
    return Service.BEDROCK.isConfigured(around.environment());
  }
}
