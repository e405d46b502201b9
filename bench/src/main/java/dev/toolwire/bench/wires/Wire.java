package dev.toolwire.bench.wires;

import dev.toolwire.bench.loop.LoopContender;
import dev.toolwire.bench.loop.ToolwireLoop;
import dev.toolwire.bench.loop.Workload;
import dev.toolwire.provider.Anthropic;
import dev.toolwire.provider.HttpTransport;
import dev.toolwire.provider.OpenAi;
import dev.toolwire.provider.Provider;
import dev.toolwire.tool.ToolTraits;
import dev.toolwire.wire.Headers;
import java.io.IOException;
import java.net.URI;

/// A wire, and who takes part over it.
enum Wire {
  MESSAGES("claude-sonnet-4-20250514", "claude-opus-4-20250514"),
  CHAT("gpt-4o", "gpt-4.1");

  static final String KEY = "key";

  /// Who takes part. The first is the yardstick of every ratio.
  enum Contender {
    SOCKET,
    TOOLWIRE,
    /// The provider's own, for Java.
    SDK
  }

  private final String model;
  private final String longInputModel;

  Wire(String model, String longInputModel) {
    this.model = model;
    this.longInputModel = longInputModel;
  }

  String model(Workload workload) {
    return workload == Workload.INPUT ? longInputModel : model;
  }

  String longInputModel() {
    return longInputModel;
  }

  LoopContender open(Contender contender, int port) throws IOException {
    URI base = URI.create("http://127.0.0.1:" + port);
    return switch (contender) {
      case SOCKET -> new SocketTalk(port, byHand());
      case TOOLWIRE -> {
        HttpTransport http = HttpTransport.create();
        yield new ToolwireLoop(
            http, provider(base).over(http), longInputModel, ToolTraits.DEFAULTS);
      }
      case SDK ->
          switch (this) {
            case MESSAGES -> new AnthropicLoop(base);
            case CHAT -> new OpenAiLoop(base);
          };
    };
  }

  private BareWire byHand() {
    return switch (this) {
      case MESSAGES -> new BareMessages();
      case CHAT -> new BareChat();
    };
  }

  private Provider provider(URI base) {
    return switch (this) {
      case MESSAGES -> Anthropic.at(base, Headers.of("x-api-key", KEY));
      case CHAT -> OpenAi.at(base.resolve("/v1"), Headers.of("Authorization", "Bearer " + KEY));
    };
  }
}
