package dev.toolwire.bench.wires;

import dev.toolwire.bench.loop.LoopContender;
import dev.toolwire.bench.loop.LoopRoster;
import dev.toolwire.bench.loop.Peppers;
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
public enum Wire {
  CONVERSE(Peppers.MODEL, Peppers.LONG_INPUT_MODEL),
  MESSAGES("claude-sonnet-4-20250514", "claude-opus-4-20250514"),
  CHAT("gpt-4o", "gpt-4.1");

  static final String KEY = "key";

  /// Who takes part. The first is the yardstick of every ratio.
  public enum Contender {
    SOCKET,
    /// As it comes: each tool on a thread of its own.
    TOOLWIRE,
    /// The tools that count and multiply say that they only compute, and run where the loop does,
    /// as those of the bare socket and of the SDK.
    TOOLWIRE_INLINE,
    /// The provider's own, for Java. Of Amazon's clients the one that streams is asked for streams
    /// only.
    SDK;

    public boolean isOurs() {
      return this == TOOLWIRE || this == TOOLWIRE_INLINE;
    }
  }

  private final String model;
  private final String longInputModel;

  Wire(String model, String longInputModel) {
    this.model = model;
    this.longInputModel = longInputModel;
  }

  public String model(Workload workload) {
    return workload == Workload.INPUT ? longInputModel : model;
  }

  String longInputModel() {
    return longInputModel;
  }

  /// A contender that asks the server at `port`.
  ///
  /// @param streaming whether it will be asked for streams
  public LoopContender open(Contender contender, int port, boolean streaming) throws IOException {
    URI base = URI.create("http://127.0.0.1:" + port);
    return switch (this) {
      case CONVERSE -> onConverse(contender, streaming).open(port, false);
      case MESSAGES ->
          switch (contender) {
            case SOCKET -> new SocketTalk(port, new BareMessages());
            case TOOLWIRE -> toolwire(anthropic(base), ToolTraits.DEFAULTS);
            case TOOLWIRE_INLINE -> toolwire(anthropic(base), ToolTraits.DEFAULTS.asInline());
            case SDK -> new AnthropicLoop(base);
          };
      case CHAT ->
          switch (contender) {
            case SOCKET -> new SocketTalk(port, new BareChat());
            case TOOLWIRE -> toolwire(openAi(base), ToolTraits.DEFAULTS);
            case TOOLWIRE_INLINE -> toolwire(openAi(base), ToolTraits.DEFAULTS.asInline());
            case SDK -> new OpenAiLoop(base);
          };
    };
  }

  private static LoopRoster onConverse(Contender contender, boolean streaming) {
    return switch (contender) {
      case SOCKET -> LoopRoster.SOCKET;
      case TOOLWIRE -> LoopRoster.TOOLWIRE;
      case TOOLWIRE_INLINE -> LoopRoster.TOOLWIRE_INLINE;
      case SDK -> streaming ? LoopRoster.AWS_NETTY : LoopRoster.AWS_APACHE;
    };
  }

  private LoopContender toolwire(Provider provider, ToolTraits traits) {
    HttpTransport http = HttpTransport.create();
    return new ToolwireLoop(http, provider.over(http), longInputModel, traits);
  }

  private static Provider anthropic(URI base) {
    return Anthropic.at(base, Headers.of("x-api-key", KEY));
  }

  private static Provider openAi(URI base) {
    return OpenAi.at(base.resolve("/v1"), Headers.of("Authorization", "Bearer " + KEY));
  }
}
