package dev.toolwire.wire.converse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.Message;
import dev.toolwire.conversation.Role;
import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.conversation.Usage;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.ModelCatalogue;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelProfile;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.Reply;
import dev.toolwire.model.ToolSpec;
import dev.toolwire.wire.WireRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConverseRoundTripTest {

  private static final URI ENDPOINT = URI.create("https://bedrock-runtime.us-east-1.amazonaws.com");
  private static final ModelId CLAUDE = new ModelId("us.anthropic.claude-haiku-4-5-20251001-v1:0");

  private final ConverseCodec client = new ConverseCodec();
  private final ConverseServerCodec server = new ConverseServerCodec();

  private static final ModelRequest REQUEST =
      ModelRequest.to(
              CLAUDE,
              Conversation.startingWith("What is the most popular song on WZPZ?")
                  .exchange(
                      new Message(
                          Role.ASSISTANT,
                          List.of(
                              new Text("Let me look."),
                              ToolUse.of("tooluse_x1", "top_song", JsonObject.of("sign", "WZPZ")))),
                      List.of(ToolResult.error(new ToolUseId("tooluse_x1"), "no such station"))))
          .withSystem("Answer briefly.")
          .withTools(
              List.of(
                  new ToolSpec(
                      "top_song",
                      "The most popular song",
                      JsonObject.parse(
                          """
                          {"type":"object","properties":{"sign":{"type":"string"}}}\
                          """))));

  @Test
  void requestGoesOverTheWireAsConverseWantsIt() {
    WireRequest sent = client.request(ENDPOINT, REQUEST, profile()).request();

    assertThat(sent.method()).isEqualTo("POST");
    assertThat(sent.uri())
        .hasToString(
            "https://bedrock-runtime.us-east-1.amazonaws.com"
                + "/model/us.anthropic.claude-haiku-4-5-20251001-v1%3A0/converse-stream");
    assertThat(sent.headers().first("content-type")).hasValue("application/json");
    assertThat(sent.streaming()).isTrue();
    assertThat(json(sent.body()))
        .isEqualTo(
            JsonObject.parse(
                """
                {"messages":[
                   {"role":"user","content":[{"text":"What is the most popular song on WZPZ?"}]},
                   {"role":"assistant","content":[
                      {"text":"Let me look."},
                      {"toolUse":{"toolUseId":"tooluse_x1","name":"top_song","input":{"sign":"WZPZ"}}}]},
                   {"role":"user","content":[
                      {"toolResult":{"toolUseId":"tooluse_x1","status":"error",
                                     "content":[{"text":"no such station"}]}}]}],
                 "system":[{"text":"Answer briefly."}],
                 "toolConfig":{"tools":[
                   {"toolSpec":{"name":"top_song","description":"The most popular song",
                    "inputSchema":{"json":{"type":"object","properties":{"sign":{"type":"string"}}}}}}]}}
                """));
  }

  @Test
  void serverReadsWhatTheClientAsks() {
    byte[] body = client.request(ENDPOINT, REQUEST, profile()).request().body();

    assertThat(server.read(CLAUDE, true, body)).isEqualTo(REQUEST);
  }

  @Test
  void clientReadsWhatTheServerAnswers() {
    Reply reply =
        new Reply(
            List.of(
                new Text("Let me look."),
                ToolUse.of("tooluse_x1", "top_song", JsonObject.of("sign", "WZPZ"))),
            StopReason.Known.TOOL_USE,
            new Usage(10, 7));

    assertThat(json(server.reply(reply)))
        .isEqualTo(
            JsonObject.parse(
                """
                {"output":{"message":{"role":"assistant","content":[
                   {"text":"Let me look."},
                   {"toolUse":{"toolUseId":"tooluse_x1","name":"top_song","input":{"sign":"WZPZ"}}}]}},
                 "stopReason":"tool_use",
                 "usage":{"inputTokens":10,"outputTokens":7,"totalTokens":17},
                 "metrics":{"latencyMs":0}}
                """));
    assertThat(client.reply(server.reply(reply))).isEqualTo(reply);
  }

  @Test
  void pathIsReadBack() {
    ConversePath path = new ConversePath(CLAUDE, false);

    assertThat(ConversePath.parse(path.raw())).isEqualTo(Optional.of(path));
  }

  private static ModelProfile profile() {
    return ModelCatalogue.builtIn().profile(CLAUDE);
  }

  private static JsonObject json(byte[] body) {
    return JsonObject.parse(new String(body, StandardCharsets.UTF_8));
  }
}
