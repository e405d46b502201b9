package dev.toolwire.bench.loop;

import dev.toolwire.conversation.Conversation;
import dev.toolwire.json.JsonObject;
import dev.toolwire.loop.LoopEvent;
import dev.toolwire.loop.Outcome;
import dev.toolwire.loop.Run;
import dev.toolwire.loop.ToolLoop;
import dev.toolwire.model.Model;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.provider.Bedrock;
import dev.toolwire.provider.BedrockEndpoint;
import dev.toolwire.provider.HttpTransport;
import dev.toolwire.provider.Provider;
import dev.toolwire.tool.Tool;
import dev.toolwire.tool.ToolSet;
import dev.toolwire.tool.ToolTraits;
import java.net.URI;

/// Toolwire as anybody would use it: the loop, validation on, every event pulled.
public final class ToolwireLoop implements LoopContender {

  private final HttpTransport http;
  private final String longInputModel;
  private final ToolLoop loop;
  private final ToolLoop writing;

  /// @param http what `model` is reached over; closed with this
  /// @param longInputModel the one that is asked to write
  /// @param traits of the tools that count and multiply
  public ToolwireLoop(HttpTransport http, Model model, String longInputModel, ToolTraits traits) {
    this.http = http;
    this.longInputModel = longInputModel;
    this.loop = ToolLoop.with(model).tools(ToolSet.of(count(traits), multiply(traits)));
    this.writing = ToolLoop.with(model).tools(ToolSet.of(write()));
  }

  static ToolwireLoop converse(int port, boolean signed, ToolTraits traits) {
    HttpTransport http = HttpTransport.create();
    Bedrock bedrock =
        Bedrock.at(new BedrockEndpoint(URI.create("http://127.0.0.1:" + port), "us-east-1"));
    Provider converse =
        (signed ? bedrock.withKeys("AKIDEXAMPLE", "secret") : bedrock.withBearerKey("key"))
            .converse();
    return new ToolwireLoop(http, converse.over(http), Peppers.LONG_INPUT_MODEL, traits);
  }

  private static Tool count(ToolTraits traits) {
    return Tool.named(Peppers.COUNT)
        .describedAs(Peppers.COUNT_SAYS)
        .with(traits)
        .taking(
            JsonObject.parse(Peppers.COUNT_SCHEMA),
            input ->
                ""
                    + Peppers.count(
                        input.text("word").orElseThrow(), input.text("letter").orElseThrow()));
  }

  private static Tool multiply(ToolTraits traits) {
    return Tool.named(Peppers.MULTIPLY)
        .describedAs(Peppers.MULTIPLY_SAYS)
        .with(traits)
        .taking(
            JsonObject.parse(Peppers.MULTIPLY_SCHEMA),
            input -> "" + Peppers.multiply(input.text("expr").orElseThrow()));
  }

  private static Tool write() {
    return Tool.named(Peppers.WRITE)
        .describedAs(Peppers.WRITE_SAYS)
        .taking(
            JsonObject.parse(Peppers.WRITE_SCHEMA),
            input -> Peppers.write(input.text("content").orElseThrow()));
  }

  @Override
  public String ask(String model, boolean streaming) {
    ToolLoop asked = model.equals(longInputModel) ? writing : loop;
    ModelRequest request =
        ModelRequest.to(new ModelId(model), Conversation.startingWith(Peppers.QUESTION))
            .withStreaming(streaming);
    int events = 0;
    try (Run run = asked.start(request)) {
      for (LoopEvent _ : run) {
        events++;
      }
      return run.outcome() instanceof Outcome.Answered answered && events > 0
          ? answered.text()
          : run.outcome().toString();
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
