package dev.toolwire.cli;

import dev.toolwire.model.Model;
import dev.toolwire.model.ModelId;
import dev.toolwire.provider.Bedrock;
import dev.toolwire.provider.BedrockEndpoint;
import dev.toolwire.simulator.Simulator;
import java.net.URI;

class SimulatorInMemoryContractTest extends ModelContract {

  private final Model model =
      Bedrock.at(new BedrockEndpoint(URI.create("http://127.0.0.1:1"), "us-east-1"))
          .withKeys("KEY", "secret")
          .over(Simulator.builder().credentials("KEY", "secret").build().transport());

  @Override
  Model model() {
    return model;
  }

  @Override
  ModelId modelId() {
    return new ModelId("toolwire.scripted-v1:0");
  }
}
