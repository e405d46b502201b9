package dev.toolwire.cli;

import dev.toolwire.model.Model;
import dev.toolwire.model.ModelId;
import dev.toolwire.provider.Bedrock;
import dev.toolwire.provider.BedrockEndpoint;
import dev.toolwire.provider.HttpTransport;
import dev.toolwire.simulator.Simulator;
import dev.toolwire.simulator.SimulatorServer;
import org.junit.jupiter.api.AfterEach;

class SimulatorOnAPortContractTest extends ModelContract {

  private final SimulatorServer server =
      SimulatorServer.start(Simulator.builder().credentials("KEY", "secret").build(), 0);
  private final HttpTransport http = HttpTransport.create();

  @AfterEach
  void close() {
    http.close();
    server.close();
  }

  @Override
  Model model() {
    return Bedrock.at(new BedrockEndpoint(server.baseUri(), "us-east-1"))
        .withKeys("KEY", "secret")
        .over(http);
  }

  @Override
  ModelId modelId() {
    return new ModelId("toolwire.scripted-v1:0");
  }
}
