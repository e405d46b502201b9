package dev.toolwire.cli;

import dev.toolwire.model.ModelId;
import dev.toolwire.provider.BedrockEndpoint;
import dev.toolwire.simulator.Simulator;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Where a question goes: who has the model, and which model it is. Deciding opens nothing.
sealed interface Destination {

  ModelId model();

  /// Who answers, in words.
  String provider();

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
      return "embedded simulator";
    }

    @Override
    public String notice() {
      return provider() + ", scripted model " + model + "; " + advice;
    }

    @Override
    public boolean isOnThisMachine() {
      return true;
    }
  }

  /// Bedrock, or another server that speaks its wire.
  ///
  /// @param environment says where it is and who is asking, in the variables of the AWS SDKs
  /// @param anonymous whether nobody has said who is asking and the server is on this machine, so
  ///   that it must be a simulator that takes anybody's signature
  record Live(ModelId model, Map<String, String> environment, boolean anonymous)
      implements Destination {
    @Override
    public String provider() {
      return "bedrock";
    }

    @Override
    public String notice() {
      return "model " + model + " at " + BedrockEndpoint.from(environment).uri();
    }

    @Override
    public boolean isOnThisMachine() {
      return isLocal(environment);
    }
  }

  /// The variables that say who is asking.
  List<String> CREDENTIALS =
      List.of(
          "AWS_BEARER_TOKEN_BEDROCK",
          "AWS_ACCESS_KEY_ID",
          "AWS_PROFILE",
          "AWS_WEB_IDENTITY_TOKEN_FILE",
          "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
          "AWS_CONTAINER_CREDENTIALS_FULL_URI");

  /// The variables that say where Bedrock is.
  List<String> ENDPOINTS = List.of("AWS_ENDPOINT_URL_BEDROCK_RUNTIME", "AWS_ENDPOINT_URL");

  /// Decides. A question goes to Bedrock if its model is named and somebody has said where or for
  /// whom, or if Bedrock itself is named; else to the embedded simulator.
  ///
  /// @param endpoint where to ask, if not where the environment says
  /// @throws IllegalArgumentException if the parts do not go together
  static Destination of(ModelName name, Optional<URI> endpoint, Surroundings around) {
    return switch (name.provider()) {
      case SIMULATOR -> {
        if (endpoint.isPresent()) {
          throw new IllegalArgumentException(
              "the embedded simulator has no endpoint; leave out --endpoint or simulator:");
        }
        yield embedded(name, around);
      }
      case BEDROCK -> live(name.id(), endpoint, around);
      case ANY -> {
        boolean isNamed = !name.id().isEmpty();
        yield endpoint.isPresent() || (isNamed && isConfigured(around))
            ? live(isNamed ? name.id() : Simulator.DEFAULT_MODEL, endpoint, around)
            : embedded(name, around);
      }
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

  private static Live live(String model, Optional<URI> endpoint, Surroundings around) {
    var environment = new HashMap<>(around.environment());
    endpoint.ifPresent(uri -> environment.put(ENDPOINTS.getFirst(), uri.toString()));
    boolean named = CREDENTIALS.stream().anyMatch(name -> around.variable(name).isPresent());
    boolean anonymous = !named && isLocal(environment);
    return new Live(new ModelId(model), Map.copyOf(environment), anonymous);
  }

  private static boolean isConfigured(Surroundings around) {
    return Stream.concat(CREDENTIALS.stream(), ENDPOINTS.stream())
        .anyMatch(name -> around.variable(name).isPresent());
  }

  private static boolean isLocal(Map<String, String> environment) {
    return ENDPOINTS.stream()
        .filter(environment::containsKey)
        .map(name -> BedrockEndpoint.endpoint(environment.getOrDefault(name, ""), name).getHost())
        .anyMatch(
            host -> host.equals("localhost") || host.equals("[::1]") || host.startsWith("127."));
  }
}
