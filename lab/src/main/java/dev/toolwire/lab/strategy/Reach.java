package dev.toolwire.lab.strategy;

import dev.toolwire.model.ModelId;
import dev.toolwire.provider.Provider;
import dev.toolwire.wire.Transport;

/// How a model is reached.
///
/// @param provider who has it
/// @param transport over which
public record Reach(ModelId model, Provider provider, Transport transport) {

  /// Finds the way to the model of a route.
  @FunctionalInterface
  public interface Finder {

    /// The way to a model, asked by a strategy.
    ///
    /// @param model `provider:model-id`
    /// @throws IllegalArgumentException if the environment says too little or too much
    /// @throws dev.toolwire.model.CredentialsException if nobody says who is asking
    Reach find(String model, Strategy strategy);
  }
}
