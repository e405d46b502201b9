package dev.toolwire.wire.converse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.toolwire.conversation.Blob;
import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.Document;
import dev.toolwire.conversation.MediaSource;
import dev.toolwire.conversation.Message;
import dev.toolwire.conversation.Opaque;
import dev.toolwire.conversation.Reasoning;
import dev.toolwire.conversation.Role;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolName;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.Loss;
import dev.toolwire.model.ModelCatalogue;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ToolChoice;
import dev.toolwire.model.ToolSpec;
import dev.toolwire.wire.Encoding;
import dev.toolwire.wire.json.Leftovers;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConverseLossesTest {

  private static final URI ENDPOINT = URI.create("http://127.0.0.1:8080");
  private static final ModelId CLAUDE = new ModelId("us.anthropic.claude-haiku-4-5-20251001-v1:0");
  private static final ModelId LLAMA = new ModelId("us.meta.llama3-3-70b-instruct-v1:0");
  private static final ToolSpec CLOCK =
      new ToolSpec("clock", "Tells the time", JsonObject.parse("{\"type\":\"object\"}"));
  private static final ToolSpec EAGER =
      new ToolSpec(new ToolName("fs_write"), "", CLOCK.inputSchema(), false, true);
  private static final JsonObject OF_MESSAGES =
      JsonObject.of(Leftovers.WIRE, "messages").with("caller", "direct");

  @Test
  void whatConverseSaysAsItStandsIsNoLoss() {
    Encoding encoding = encode(answered(CLAUDE, ToolUse.of("t1", "clock", JsonObject.EMPTY), "no"));

    assertThat(encoding.losses()).isEmpty();
    assertThat(encoding.aliases().ids()).isEmpty();
    assertThat(encoding.aliases().names()).isEmpty();
  }

  @Test
  void longIdAndForeignNameAreRenamedOnceAndCanBeMappedBack() {
    ToolUse call = ToolUse.of("call/1", "mcp.clock!", JsonObject.EMPTY);

    Encoding encoding = encode(answered(CLAUDE, call, "no"));

    assertThat(encoding.losses())
        .extracting(Loss::path, Loss::kind)
        .containsExactly(
            tuple("messages[1].content[0].id", Loss.Kind.RENAMED),
            tuple("messages[1].content[0].name", Loss.Kind.RENAMED));
    assertThat(encoding.aliases().ids()).containsValue(new ToolUseId("call/1"));
    assertThat(encoding.aliases().names())
        .allSatisfy((sent, meant) -> {
          assertThat(sent.value()).matches("mcp_clock__[0-9a-zA-Z]{16}");
          assertThat(encoding.aliases().original(sent)).isEqualTo(meant).hasToString("mcp.clock!");
        });
  }

  @Test
  void errorSaidInWordsIsNamed() {
    assertThat(lost(answered(LLAMA, ToolUse.of("t1", "clock", JsonObject.EMPTY), "no clock")))
        .containsExactly(
            "messages[2].content[0].status: changed: the model takes no status; the text begins"
                + " with \"error:\"");
  }

  @Test
  void inputThatIsNoObjectIsNamed() {
    ToolUse call =
        ToolUse.of("t1", "clock", JsonObject.EMPTY)
            .withInput(new ToolInput.Malformed("{\"a", "cut"));

    assertThat(lost(answered(CLAUDE, call, "not JSON")))
        .containsExactly(
            "messages[1].content[0].input: changed: text that is no JSON object is sent as"
                + " {\"INVALID_JSON\": text}");
  }

  @Test
  void reasoningWithoutSignatureIsNotShownAgain() {
    List<ContentBlock> answer = List.of(new Reasoning("Hm.", ""), new Text("Noon."));

    Encoding encoding = encode(after(CLAUDE, answer));

    assertThat(encoding.losses())
        .extracting(Loss::toString)
        .containsExactly(
            "messages[1].content[0]: dropped: reasoning that the model has not signed");
    assertThat(body(encoding)).doesNotContain("reasoningContent");
  }

  @Test
  void whatOnlyAnotherWireCanReadIsLeftOut() {
    ToolUse call =
        new ToolUse(
            new ToolUseId("t1"),
            new ToolName("clock"),
            new ToolInput.Parsed(JsonObject.EMPTY),
            OF_MESSAGES);
    Encoding encoding = encode(answered(CLAUDE, call, "no"));

    assertThat(encoding.losses())
        .extracting(Loss::toString)
        .containsExactly(
            "messages[1].content[0]: dropped: the members [caller] of the wire messages");
    assertThat(body(encoding)).doesNotContain("caller").doesNotContain("\"wire\"");
  }

  @Test
  void messageOfWhichNothingIsLeftSaysSo() {
    Encoding encoding =
        encode(after(CLAUDE, List.of(new Opaque("chat", "refusal", JsonObject.of("refusal", "")))));

    assertThat(encoding.losses())
        .extracting(Loss::toString)
        .containsExactly("messages[1].content[0]: dropped: a block \"refusal\" of the wire chat");
    assertThat(body(encoding))
        .contains("{\"role\":\"assistant\",\"content\":[{\"text\":\"(nothing that can be shown");
  }

  @Test
  void documentNameThatBreaksTheRulesIsNamed() {
    Document report =
        new Document("report.pdf", "pdf", new MediaSource.Inline(Blob.of(new byte[] {1})));
    ModelRequest request =
        ModelRequest.to(CLAUDE, Conversation.empty().say(List.of(new Text("see"), report)));

    assertThat(lost(request))
        .containsExactly(
            "messages[0].content[1].name: renamed: \"report.pdf\" is sent as \"report-pdf\"");
  }

  @Test
  void choiceOfNoToolIsALossOnlyIfTheToolsMustStay() {
    ModelRequest later = answered(CLAUDE, ToolUse.of("t1", "clock", JsonObject.EMPTY), "no");

    assertThat(lost(hello(CLAUDE).withTools(List.of(CLOCK)).withToolChoice(ToolChoice.NONE)))
        .isEmpty();
    assertThat(lost(later.withToolChoice(ToolChoice.NONE)))
        .containsExactly(
            "toolChoice: changed: Converse has no word for none, and the history needs its tools;"
                + " the model may still choose");
  }

  @Test
  void eagerInputIsNamedWhereItIsNotSaidForThatToolAlone() {
    assertThat(lost(hello(CLAUDE).withTools(List.of(EAGER)))).isEmpty();
    assertThat(lost(hello(CLAUDE).withTools(List.of(CLOCK, EAGER))))
        .containsExactly(
            "tools[1].eagerInput: changed: Converse says it for all tools of a request");
    assertThat(lost(hello(LLAMA).withTools(List.of(EAGER))))
        .containsExactly(
            "tools[0].eagerInput: dropped: the model is not known to send input as it is generated");
  }

  private static ModelRequest hello(ModelId model) {
    return ModelRequest.to(model, Conversation.startingWith("hi"));
  }

  private static ModelRequest after(ModelId model, List<ContentBlock> answer) {
    return ModelRequest.to(
        model,
        Conversation.startingWith("hi").with(new Message(Role.ASSISTANT, answer)).say("And?"));
  }

  private static ModelRequest answered(ModelId model, ToolUse call, String error) {
    return ModelRequest.to(
            model,
            Conversation.startingWith("hi")
                .exchange(
                    new Message(Role.ASSISTANT, List.of(call)),
                    List.of(ToolResult.error(call.id(), error))))
        .withTools(List.of(CLOCK));
  }

  private static List<String> lost(ModelRequest request) {
    return encode(request).losses().all().stream().map(Loss::toString).toList();
  }

  private static Encoding encode(ModelRequest request) {
    return new ConverseCodec()
        .request(ENDPOINT, request, ModelCatalogue.builtIn().profile(request.model()));
  }

  private static String body(Encoding encoding) {
    return new String(encoding.request().body(), StandardCharsets.UTF_8);
  }
}
