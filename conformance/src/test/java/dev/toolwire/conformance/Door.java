package dev.toolwire.conformance;

import dev.toolwire.simulator.RecordedRequest;
import dev.toolwire.simulator.Simulator;
import dev.toolwire.simulator.SimulatorServer;
import java.net.URI;
import java.util.List;

/// A simulator on a port of its own, which lets in whoever signs as [Login#KNOWN] or shows [#KEY].
record Door(Simulator simulator, SimulatorServer server) implements AutoCloseable {

  static final String KEY = "toolwire-test-key";

  static Door open() {
    Simulator simulator =
        Simulator.builder()
            .credentials(Login.KNOWN.accessKey(), Login.KNOWN.secret())
            .bearerKey(KEY)
            .build();
    return new Door(simulator, SimulatorServer.start(simulator, 0));
  }

  URI uri() {
    return server.baseUri();
  }

  List<RecordedRequest> requests() {
    return simulator.requests();
  }

  /// How each request was answered so far.
  List<Integer> statuses() {
    return requests().stream().map(RecordedRequest::status).toList();
  }

  @Override
  public void close() {
    server.close();
  }
}
