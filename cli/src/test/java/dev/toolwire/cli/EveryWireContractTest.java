package dev.toolwire.cli;

import dev.toolwire.model.Model;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.provider.HttpTransport;
import dev.toolwire.provider.Service;
import dev.toolwire.simulator.Simulator;
import dev.toolwire.simulator.SimulatorServer;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

/// The contract on the simulator's other wires, in memory and on a port, for those with a key.
class EveryWireContractTest {

  private static final Map<String, String> KEYS =
      Map.of(
          "ANTHROPIC_API_KEY", "key-of-a-test",
          "OPENAI_API_KEY", "key-of-a-test",
          "AWS_BEARER_TOKEN_BEDROCK", "key-of-a-test",
          "AWS_REGION", "us-east-1");

  private static Simulator simulator() {
    return Simulator.builder().bearerKey("key-of-a-test").build();
  }

  abstract static class Simulated extends ModelContract {
    @Override
    ModelId modelId() {
      return new ModelId(Simulator.DEFAULT_MODEL);
    }

    @Override
    ModelRequest wrong() {
      return withAMemberThatNobodyKnows();
    }
  }

  abstract static class InMemory extends Simulated {
    private final Model model;

    InMemory(Service service, String path) {
      model =
          service.in(KEYS, URI.create("http://127.0.0.1:1" + path)).over(simulator().transport());
    }

    @Override
    Model model() {
      return model;
    }
  }

  abstract static class OnAPort extends Simulated {
    private final SimulatorServer server = SimulatorServer.start(simulator(), 0);
    private final HttpTransport http = HttpTransport.create();
    private final Model model;

    OnAPort(Service service, String path) {
      model = service.in(KEYS, URI.create(server.baseUri() + path)).over(http);
    }

    @Override
    Model model() {
      return model;
    }

    @AfterEach
    void close() {
      http.close();
      server.close();
    }
  }

  @Nested
  class MessagesInMemory extends InMemory {
    MessagesInMemory() {
      super(Service.ANTHROPIC, "");
    }
  }

  @Nested
  class MessagesOnAPort extends OnAPort {
    MessagesOnAPort() {
      super(Service.ANTHROPIC, "");
    }
  }

  @Nested
  class ChatInMemory extends InMemory {
    ChatInMemory() {
      super(Service.OPENAI, "/v1");
    }
  }

  @Nested
  class ChatOnAPort extends OnAPort {
    ChatOnAPort() {
      super(Service.OPENAI, "/v1");
    }
  }

  @Nested
  class InvokeInMemory extends InMemory {
    InvokeInMemory() {
      super(Service.BEDROCK_INVOKE, "");
    }
  }

  @Nested
  class InvokeOnAPort extends OnAPort {
    InvokeOnAPort() {
      super(Service.BEDROCK_INVOKE, "");
    }
  }
}
