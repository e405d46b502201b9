package dev.toolwire.wire.messages;

import static dev.toolwire.wire.messages.MessagesRequests.CLAUDE;
import static dev.toolwire.wire.messages.MessagesRequests.CLOCK;
import static dev.toolwire.wire.messages.MessagesRequests.ENDPOINT;
import static dev.toolwire.wire.messages.MessagesRequests.NEWEST;
import static dev.toolwire.wire.messages.MessagesRequests.body;
import static dev.toolwire.wire.messages.MessagesRequests.encode;
import static dev.toolwire.wire.messages.MessagesRequests.hello;
import static dev.toolwire.wire.messages.MessagesRequests.lines;
import static dev.toolwire.wire.messages.MessagesRequests.lost;
import static dev.toolwire.wire.messages.MessagesRequests.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.conversation.Blob;
import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.Document;
import dev.toolwire.conversation.Image;
import dev.toolwire.conversation.Json;
import dev.toolwire.conversation.MediaSource;
import dev.toolwire.conversation.Message;
import dev.toolwire.conversation.Opaque;
import dev.toolwire.conversation.Reasoning;
import dev.toolwire.conversation.Role;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.InferenceConfig;
import dev.toolwire.model.ModelCatalogue;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.Route;
import dev.toolwire.model.ToolChoice;
import dev.toolwire.model.UnsupportedOnWireException;
import dev.toolwire.wire.Encoding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What of a request does not reach the model as it stands, and what is refused.
class MessagesLossesTest {

  @Test
  void newVersionAndNewModelsGetNoSampling() {
    ModelRequest warm =
        hello(CLAUDE).withInference(InferenceConfig.DEFAULTS.withTemperature(0.5).withTopP(0.9));
    Encoding encoding =
        new MessagesCodec(MessagesVersion.V2026_10_21)
            .request(ENDPOINT, warm, ModelCatalogue.builtIn().profile(CLAUDE, Route.MESSAGES));

    assertThat(lines(encoding))
        .containsExactly(
            "inference.temperature: dropped: version 2026-10-21 refuses temperature",
            "inference.topP: dropped: version 2026-10-21 refuses top_p");
    assertThat(body(encoding).names()).doesNotContain("temperature", "top_p");
    assertThat(lost(hello(NEWEST).withInference(InferenceConfig.DEFAULTS.withTemperature(0.5))))
        .containsExactly("inference.temperature: dropped: the model refuses temperature");
    assertThat(lost(hello(CLAUDE).withInference(InferenceConfig.DEFAULTS.withTemperature(1.5))))
        .containsExactly("inference.temperature: changed: 1.5 is sent as 1.0");
  }

  @Test
  void whatTheWireCannotSayIsNamed() {
    Message answer =
        new Message(
            Role.ASSISTANT,
            List.of(
                new Reasoning("Hm.", ""),
                new Opaque("chat", "refusal", JsonObject.of("refusal", "no")),
                ToolUse.of("functions.f:0", "clock", JsonObject.EMPTY)
                    .withInput(new ToolInput.Malformed("{\"a", "cut")),
                new Text("There.")));
    ToolResult result =
        new ToolResult(
            new ToolUseId("functions.f:0"),
            ToolResult.Status.ERROR,
            List.of(new Json(JsonObject.of("code", 7)), new Text(" ")));
    ModelRequest request =
        hello(CLAUDE)
            .withConversation(Conversation.startingWith("hi").exchange(answer, List.of(result)));

    Encoding encoding = encode(request);

    assertThat(lines(encoding))
        .allSatisfy(line -> assertThat(line).startsWith("messages["))
        .extracting(line -> line.replaceAll("\"functions_f_0_\\w+\"", "ALIAS"))
        .containsExactly(
            "messages[1].content[0]: dropped: reasoning that the model has not signed",
            "messages[1].content[1]: dropped: a block \"refusal\" of the wire chat",
            "messages[1].content[2].input: changed: text that is no JSON object is sent as"
                + " {\"INVALID_JSON\": text}",
            "messages[1].content[2].id: renamed: \"functions.f:0\" is sent as ALIAS",
            "messages[1]: moved: text behind calls of tools is sent before them",
            "messages[2].content[0].content[0]: rewritten: JSON is sent as its text",
            "messages[2].content[0].content[1]: dropped: blank text");
    assertThat(body(encoding).toString())
        .contains("{\"type\":\"text\",\"text\":\"There.\"},{\"type\":\"tool_use\"")
        .contains("\"input\":{\"INVALID_JSON\":\"{\\\"a\"}")
        .contains(
            "\"content\":[{\"type\":\"text\",\"text\":\"{\\\"code\\\":7}\"}],\"is_error\":true");
    assertThat(encoding.aliases().ids()).containsValue(new ToolUseId("functions.f:0"));
  }

  @Test
  void idThatStandsInTwoTurnsIsMadeUnique() {
    Message call =
        new Message(Role.ASSISTANT, List.of(ToolUse.of("call_0", "clock", JsonObject.EMPTY)));
    List<ToolResult> result = List.of(ToolResult.success(new ToolUseId("call_0"), new Text("12")));
    ModelRequest request =
        hello(CLAUDE)
            .withConversation(
                Conversation.startingWith("hi").exchange(call, result).exchange(call, result))
            .withTools(List.of(CLOCK));

    List<Message> sent = read(request).conversation().messages();

    ToolUseId second = sent.get(3).toolUses().getFirst().id();
    assertThat(sent.get(1).toolUses().getFirst().id()).hasToString("call_0");
    assertThat(second.value()).matches("call_0_\\w{16}");
    assertThat(sent.get(4).toolResults().getFirst().id()).isEqualTo(second);
    assertThat(encode(request).aliases().original(second)).hasToString("call_0");
  }

  @Test
  void documentsOfTextAreSentAsText() {
    Document notes =
        new Document(
            "Notes", "md", new MediaSource.Inline(Blob.of("# Æ".getBytes(StandardCharsets.UTF_8))));

    Encoding encoding = encode(asking(notes));

    assertThat(lines(encoding))
        .containsExactly(
            "messages[0].content[1].source: changed: bytes of text are sent as text",
            "messages[0].content[1].format: changed: plain text has no format \"md\"");
    assertThat(body(encoding).toString())
        .contains("{\"type\":\"text\",\"media_type\":\"text/plain\",\"data\":\"# Æ\"}");
  }

  @Test
  void whatWouldMakeNonsenseOfTheRestIsRefused() {
    MediaSource bytes = new MediaSource.Inline(Blob.of(new byte[] {1}));

    assertThat(
            List.of(
                refusal(new Image("", bytes)),
                refusal(new Image("png", new MediaSource.S3("s3://b/k", ""))),
                refusal(new Document("Sheet", "xlsx", bytes))))
        .containsExactly(
            "an image without a format; Messages needs png, jpeg, gif or webp",
            "an image in Amazon S3; Messages cannot read there, send its bytes or an address",
            "the document \"Sheet\" is xlsx; Messages takes PDF and plain text");
  }

  @Test
  void choiceThatTheModelDoesNotTakeIsRefusedBeforeAnythingIsSent() {
    ModelRequest request =
        hello(new ModelId("claude-sonnet-5-5"))
            .withTools(List.of(CLOCK))
            .withToolChoice(ToolChoice.ANY);

    assertThatThrownBy(() -> encode(request))
        .isInstanceOf(UnsupportedOnWireException.class)
        .hasMessageContaining("is not known to take the tool_choice any");
  }

  @Test
  void systemTurnIsSaidByTheUserWhereTheModelTakesNone() {
    Conversation talk =
        Conversation.startingWith("hi").with(new Message(Role.SYSTEM, List.of(new Text("Rhyme."))));

    assertThat(lost(ModelRequest.to(CLAUDE, talk)))
        .containsExactly("messages[1]: changed: the model takes no system turn; the user says it");
    assertThat(body(ModelRequest.to(CLAUDE, talk)).toString())
        .contains("[{\"type\":\"text\",\"text\":\"hi\"},{\"type\":\"text\",\"text\":\"Rhyme.\"}]");
    assertThat(lost(ModelRequest.to(NEWEST, talk))).isEmpty();
    assertThat(body(ModelRequest.to(NEWEST, talk)).toString()).contains("\"role\":\"system\"");
  }

  private static ModelRequest asking(ContentBlock block) {
    return ModelRequest.to(CLAUDE, Conversation.empty().say(List.of(new Text("see"), block)));
  }

  private static String refusal(ContentBlock block) {
    try {
      return "sent " + body(asking(block));
    } catch (UnsupportedOnWireException refused) {
      return String.valueOf(refused.getMessage());
    }
  }
}
