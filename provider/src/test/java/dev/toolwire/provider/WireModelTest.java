package dev.toolwire.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.Message;
import dev.toolwire.conversation.Opaque;
import dev.toolwire.conversation.Role;
import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.conversation.Usage;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.LossPolicy;
import dev.toolwire.model.Losses;
import dev.toolwire.model.ModelCatalogue;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.Reply;
import dev.toolwire.model.Route;
import dev.toolwire.model.ToolSpec;
import dev.toolwire.model.UnsupportedOnWireException;
import dev.toolwire.wire.Transport;
import dev.toolwire.wire.WireRequest;
import dev.toolwire.wire.converse.ConverseCodec;
import dev.toolwire.wire.converse.ConverseServerCodec;
import dev.toolwire.wire.converse.ConverseStreamEncoder;
import dev.toolwire.wire.converse.Padding;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireModelTest {

  private static final ModelId CLAUDE = new ModelId("us.anthropic.claude-haiku-4-5-20251001-v1:0");

  /// The model once called a tool by a name that no wire takes.
  private static final ModelRequest RENAMED =
      ModelRequest.to(
              CLAUDE,
              Conversation.startingWith("Time?")
                  .exchange(
                      new Message(
                          Role.ASSISTANT,
                          List.of(ToolUse.of("t1", "mcp.clock!", JsonObject.EMPTY))),
                      List.of(ToolResult.error(new ToolUseId("t1"), "no such tool"))))
          .withTools(List.of(new ToolSpec("clock", "", JsonObject.of("type", "object"))));

  private static final ModelRequest DROPPED =
      ModelRequest.to(
          CLAUDE,
          Conversation.startingWith("Hi")
              .with(
                  new Message(
                      Role.ASSISTANT,
                      List.of(
                          new Text("Hello."),
                          new Opaque("chat", "refusal", JsonObject.of("refusal", "no")))))
              .say("And?"));

  private final List<WireRequest> sent = new ArrayList<>();
  private final List<Losses> heard = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void nameInTheAnswerIsTheOneThatTheCallerKnows(boolean streaming) {
    Reply reply = model(LossPolicy.forbid()).open(RENAMED.withStreaming(streaming)).reply();

    assertThat(new String(sent.getFirst().body(), StandardCharsets.UTF_8))
        .doesNotContain("mcp.clock!");
    assertThat(reply.toolUses()).extracting(call -> call.name().value()).containsOnly("mcp.clock!");
  }

  @Test
  void lossesThatAreForbiddenKeepTheRequestAtHome() {
    assertThatThrownBy(() -> model(LossPolicy.forbid()).open(DROPPED))
        .isInstanceOf(UnsupportedOnWireException.class)
        .hasMessage(
            "the request to us.anthropic.claude-haiku-4-5-20251001-v1:0 was not sent, because its"
                + " wire cannot say all of it and losses are forbidden:\n"
                + "messages[1].content[1]: dropped: a block \"refusal\" of the wire chat");
    assertThat(sent).isEmpty();
  }

  @Test
  void listenerHearsOfLossesBeforeTheyAreSent() {
    LossPolicy listening =
        (_, losses) -> {
          assertThat(sent).isEmpty();
          heard.add(losses);
        };

    model(LossPolicy.log().and(listening)).open(DROPPED.withStreaming(false)).reply();

    assertThat(heard).hasSize(1);
    assertThat(sent).hasSize(1);
  }

  @Test
  void requestThatIsSaidInFullAsksNobody() {
    ModelRequest plain = ModelRequest.to(CLAUDE, Conversation.startingWith("Hi"));

    model((_, losses) -> heard.add(losses)).open(plain.withStreaming(false)).reply();

    assertThat(heard).isEmpty();
    assertThat(sent).hasSize(1);
  }

  private WireModel model(LossPolicy losses) {
    Transport transport = CannedTransport.answering(sent::add, WireModelTest::answer);
    URI endpoint = URI.create("http://127.0.0.1:1");
    return new WireModel(
        new ConverseCodec(), transport, endpoint, ModelCatalogue.builtIn(), Route.CONVERSE, losses);
  }

  /// Calls every tool that was called before once more, by the name that was sent.
  private static byte[] answer(WireRequest request) {
    ConverseServerCodec server = new ConverseServerCodec();
    Conversation conversation =
        server.read(CLAUDE, request.streaming(), request.body()).conversation();
    Reply reply =
        new Reply(
            conversation.messages().stream().flatMap(m -> m.toolUses().stream()).toList(),
            StopReason.Known.TOOL_USE,
            new Usage(1, 1));
    if (!request.streaming()) {
      return server.reply(reply);
    }
    ConverseStreamEncoder encoder = server.encoder(Padding.none());
    ByteArrayOutputStream frames = new ByteArrayOutputStream();
    reply.events().forEach(event -> frames.writeBytes(encoder.event(event)));
    return frames.toByteArray();
  }
}
