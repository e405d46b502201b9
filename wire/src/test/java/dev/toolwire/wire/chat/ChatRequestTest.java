package dev.toolwire.wire.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.toolwire.conversation.Blob;
import dev.toolwire.conversation.CachePoint;
import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.Document;
import dev.toolwire.conversation.Image;
import dev.toolwire.conversation.MediaSource;
import dev.toolwire.conversation.Message;
import dev.toolwire.conversation.Reasoning;
import dev.toolwire.conversation.Role;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolName;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.InferenceConfig;
import dev.toolwire.model.Loss;
import dev.toolwire.model.ModelCatalogue;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.Route;
import dev.toolwire.model.ToolChoice;
import dev.toolwire.model.ToolSpec;
import dev.toolwire.wire.Encoding;
import dev.toolwire.wire.chat.ChatOptions.EmptyContent;
import dev.toolwire.wire.chat.ChatOptions.SystemRole;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChatRequestTest {

  private static final URI ENDPOINT = URI.create("https://api.openai.com/v1");
  private static final ModelId GPT = new ModelId("gpt-4o");
  private static final ToolUse CALL = ToolUse.of("call_1", "f", JsonObject.of("a", 1));
  private static final ToolSpec F =
      new ToolSpec("f", "Does f", JsonObject.parse("{\"type\":\"object\",\"properties\":{}}"));
  private static final Image IMAGE =
      new Image("png", new MediaSource.Inline(Blob.of(new byte[] {1, 2})));

  @Test
  void conversationGoesOverTheWireAsChatWantsIt() {
    ModelRequest request =
        ModelRequest.to(GPT, called(CALL, ToolResult.success(CALL.id(), new Text("noon"))))
            .withSystem("Be brief.")
            .withTools(List.of(F))
            .withToolChoice(new ToolChoice.Named(new ToolName("f")))
            .withInference(
                InferenceConfig.DEFAULTS.withTemperature(0.5).withStopSequences(List.of("END")))
            .withExtra(JsonObject.of("seed", 7));

    Encoding encoding = encode(request, ChatOptions.DEFAULT);

    assertThat(encoding.request().uri()).hasToString("https://api.openai.com/v1/chat/completions");
    assertThat(encoding.losses()).isEmpty();
    assertThat(body(encoding))
        .isEqualTo(
            JsonObject.parse(
                """
                {"model":"gpt-4o","messages":[
                   {"role":"system","content":"Be brief."},
                   {"role":"user","content":"hi"},
                   {"role":"assistant","content":null,"tool_calls":[
                     {"id":"call_1","type":"function","function":{"name":"f","arguments":"{\\"a\\":1}"}}]},
                   {"role":"tool","tool_call_id":"call_1","content":"noon"}],
                 "tools":[{"type":"function","function":{"name":"f","description":"Does f",
                   "parameters":{"type":"object","properties":{}}}}],
                 "tool_choice":{"type":"function","function":{"name":"f"}},
                 "temperature":0.5,"stop":["END"],"stream":true,
                 "stream_options":{"include_usage":true},"seed":7}
                """));
  }

  @Test
  void optionsSayWhereServersDiffer() {
    ModelRequest request =
        ModelRequest.to(GPT, called(CALL, ToolResult.success(CALL.id()))).withSystem("S");

    assertThat(text(encode(request, ChatOptions.DEFAULT.withEmptyContent(EmptyContent.EMPTY_TEXT))))
        .contains("\"role\":\"assistant\",\"content\":\"\",\"tool_calls\"");
    assertThat(text(encode(request, ChatOptions.DEFAULT.withEmptyContent(EmptyContent.ABSENT))))
        .contains("\"role\":\"assistant\",\"tool_calls\"");
    assertThat(text(encode(request, ChatOptions.DEFAULT.withSystemRole(SystemRole.DEVELOPER))))
        .contains("{\"role\":\"developer\",\"content\":\"S\"}");
    assertThat(text(encode(request, ChatOptions.DEFAULT.withStreamUsage(false))))
        .doesNotContain("stream_options");
  }

  @Test
  void errorIsMarkedInWords() {
    Encoding encoding = encode(called(CALL, ToolResult.error(CALL.id(), "no such station")));

    assertThat(text(encoding)).contains("\"content\":\"error: no such station\"");
    assertThat(losses(encoding))
        .containsExactly(
            "messages[2].content[0].status: changed: Chat has no status; the text begins with"
                + " \"error:\"");
  }

  @Test
  void imageInAResultIsMovedToTheUserMessageBehindIt() {
    Encoding encoding = encode(called(CALL, ToolResult.success(CALL.id(), IMAGE)));

    assertThat(text(encoding))
        .contains(
            "{\"role\":\"tool\",\"tool_call_id\":\"call_1\",\"content\":\"(image: see the next user"
                + " message)\"},{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"The image in"
                + " the result of the call call_1:\"},{\"type\":\"image_url\",\"image_url\":{\"url\":"
                + "\"data:image/png;base64,AQI=\"}}]}");
    assertThat(losses(encoding))
        .containsExactly(
            "messages[2].content[0].content[0]: moved: the image stands in the user message behind"
                + " the results");
  }

  @Test
  void inputThatIsNoObjectGoesAsItCame() {
    ToolUse broken = CALL.withInput(new ToolInput.Malformed("{\"a", "cut"));
    Encoding encoding = encode(called(broken, ToolResult.success(CALL.id(), new Text("?"))));

    assertThat(text(encoding)).contains("\"arguments\":\"{\\\"a\"");
    assertThat(encoding.losses()).isEmpty();
  }

  @Test
  void idsAndNamesAreMadeToFit() {
    ToolUse call = ToolUse.of("x".repeat(41), "mcp.clock", JsonObject.EMPTY);
    Encoding encoding = encode(called(call, ToolResult.success(call.id(), new Text("noon"))));
    ModelRequest toMistral =
        ModelRequest.to(
            new ModelId("mistral-large-latest"),
            called(CALL, ToolResult.success(CALL.id(), new Text("noon"))));

    assertThat(encoding.losses()).extracting(Loss::kind).containsOnly(Loss.Kind.RENAMED).hasSize(2);
    assertThat(encoding.aliases().names()).containsValue(new ToolName("mcp.clock"));
    assertThat(encode(toMistral, ChatOptions.DEFAULT).aliases().ids())
        .containsValue(new ToolUseId("call_1"))
        .allSatisfy((sent, _) -> assertThat(sent.value()).matches("[a-zA-Z0-9]{9}"));
  }

  @Test
  void documentIsAFileAndTextOfOneIsText() {
    Document pdf = new Document("report", "pdf", new MediaSource.Inline(Blob.of(new byte[] {1})));
    Document note = new Document("note", "txt", new MediaSource.PlainText("abc"));
    Encoding encoding = encode(Conversation.empty().say(List.of(pdf, note)));

    assertThat(text(encoding))
        .contains(
            "{\"type\":\"file\",\"file\":{\"filename\":\"report.pdf\",\"file_data\":"
                + "\"data:application/pdf;base64,AQ==\"}},{\"type\":\"text\",\"text\":\"note:\\nabc\"}");
    assertThat(losses(encoding))
        .containsExactly("messages[0].content[1]: changed: a document of text is sent as text");
  }

  @Test
  void cachePointsAndReasoningThatNobodyTakesAreLosses() {
    Conversation conversation =
        Conversation.empty()
            .say(List.of(new Text("hi"), new CachePoint("")))
            .with(new Message(Role.ASSISTANT, List.of(new Reasoning("Hm", ""), new Text("Yes"))))
            .say("And?");

    assertThat(losses(encode(conversation)))
        .containsExactly(
            "messages[0].content[1]: dropped: a cachePoint; Chat caches by itself",
            "messages[1].content[0]: dropped: reasoning, which this server or model does not take"
                + " back");
    ModelRequest deepSeek = ModelRequest.to(new ModelId("deepseek-reasoner"), conversation);
    assertThat(text(encode(deepSeek, ChatOptions.DEFAULT)))
        .contains("\"content\":\"Yes\",\"reasoning_content\":\"Hm\"");
  }

  @Test
  void onlyFourStopSequencesAreSent() {
    ModelRequest request =
        ModelRequest.to(GPT, Conversation.startingWith("hi"))
            .withInference(
                InferenceConfig.DEFAULTS.withStopSequences(List.of("1", "2", "3", "4", "5")));
    Encoding encoding = encode(request, ChatOptions.DEFAULT);

    assertThat(text(encoding)).contains("\"stop\":[\"1\",\"2\",\"3\",\"4\"]");
    assertThat(losses(encoding))
        .containsExactly("inference.stopSequences: dropped: Chat takes 4; the last 1 are left out");
  }

  @Test
  void toolChoicesHaveTheirWords() {
    ModelRequest request = ModelRequest.to(GPT, Conversation.startingWith("hi"));

    assertThat(text(encode(request.withToolChoice(ToolChoice.ANY), ChatOptions.DEFAULT)))
        .doesNotContain("tool_choice");
    ModelRequest withTools = request.withTools(List.of(F));
    assertThat(text(encode(withTools.withToolChoice(ToolChoice.ANY), ChatOptions.DEFAULT)))
        .contains("\"tool_choice\":\"required\"");
    assertThat(text(encode(withTools.withToolChoice(ToolChoice.NONE), ChatOptions.DEFAULT)))
        .contains("\"tool_choice\":\"none\"");
    assertThat(text(encode(withTools, ChatOptions.DEFAULT))).doesNotContain("tool_choice");
  }

  @Test
  void whatTheRequestHasAPartForMayNotStandInExtra() {
    ModelRequest request =
        ModelRequest.to(GPT, Conversation.startingWith("hi"))
            .withExtra(JsonObject.of("messages", List.of()));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> encode(request, ChatOptions.DEFAULT))
        .withMessageContaining("extra holds \"messages\"");
  }

  private static Conversation called(ToolUse call, ToolResult result) {
    return Conversation.startingWith("hi")
        .exchange(new Message(Role.ASSISTANT, List.of(call)), List.of(result));
  }

  private static Encoding encode(Conversation conversation) {
    return encode(ModelRequest.to(GPT, conversation), ChatOptions.DEFAULT);
  }

  private static Encoding encode(ModelRequest request, ChatOptions options) {
    return new ChatCodec(options)
        .request(ENDPOINT, request, ModelCatalogue.builtIn().profile(request.model(), Route.CHAT));
  }

  private static List<String> losses(Encoding encoding) {
    return encoding.losses().all().stream().map(Loss::toString).toList();
  }

  private static String text(Encoding encoding) {
    return new String(encoding.request().body(), UTF_8);
  }

  private static JsonObject body(Encoding encoding) {
    return JsonObject.parse(text(encoding));
  }
}
