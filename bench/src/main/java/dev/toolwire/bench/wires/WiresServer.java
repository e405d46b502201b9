package dev.toolwire.bench.wires;

import dev.toolwire.bench.loop.CannedConverse;
import dev.toolwire.bench.loop.CannedServer;
import java.io.IOException;
import java.util.List;

/// All wires on one port, which it prints.
public final class WiresServer {

  private WiresServer() {}

  public static void main(String[] args) throws IOException {
    CannedServer.serve(List.of(new CannedConverse(), new CannedMessages(), new CannedChat()));
  }
}
