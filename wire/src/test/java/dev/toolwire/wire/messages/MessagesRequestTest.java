package dev.toolwire.wire.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.conversation.Blob;
import dev.toolwire.conversation.CachePoint;
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
import dev.toolwire.model.UnsupportedOnWireException;
import dev.toolwire.wire.Encoding;
import dev.toolwire.wire.Headers;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesRequestTest {

  private static final URI ENDPOINT = URI.create("https://api.anthropic.com");
  private static final ModelId CLAUDE = new ModelId("claude-haiku-4-5");
  private static final ModelId NEWEST = new ModelId("claude-opus-4-8");
  private static final JsonObject SCHEMA =
      JsonObject.parse("{\"type\":\"object\",\"properties\":{}}");
  private static final ToolSpec CLOCK = new ToolSpec("clock", "Tells the time", SCHEMA);

  private final MessagesServerCodec server = new MessagesServerCodec();

  @Test
  void everyPartOfARequestHasItsPlace() {
    ModelRequest request =
        hello(CLAUDE)
            .withSystem(List.of(new Text("Be brief."), new CachePoint("1h")))
            .withTools(
                List.of(CLOCK, new ToolSpec(new ToolName("fs_write"), "", SCHEMA, true, true)))
            .withToolChoice(new ToolChoice.Named(new ToolName("clock")))
            .withInference(
                InferenceConfig.DEFAULTS
                    .withMaxTokens(512)
                    .withTemperature(0.5)
                    .withTopP(0.9)
                    .withStopSequences(List.of("END")))
            .withExtra(
                JsonObject.parse(
                    """
                    {"top_k":5,"metadata":{"user_id":"u"},"anthropic_beta":["a-1","b-2"],
                     "tool_choice":{"disable_parallel_tool_use":true},
                     "tools":[{"name":"clock","defer_loading":true},
                              {"type":"web_search_20250305","name":"web_search"}]}\
                    """));

    Encoding encoding = encode(request);

    assertThat(encoding.losses()).isEmpty();
    assertThat(encoding.request().uri()).hasToString("https://api.anthropic.com/v1/messages");
    assertThat(encoding.request().headers().first("anthropic-version")).hasValue("2023-06-01");
    assertThat(encoding.request().headers().first("anthropic-beta")).hasValue("a-1,b-2");
    assertThat(body(encoding))
        .isEqualTo(
            JsonObject.parse(
                """
                {"model":"claude-haiku-4-5","stream":true,"max_tokens":512,
                 "system":[{"type":"text","text":"Be brief.","cache_control":{"type":"ephemeral","ttl":"1h"}}],
                 "messages":[{"role":"user","content":[{"type":"text","text":"hi"}]}],
                 "tools":[
                   {"name":"clock","description":"Tells the time","defer_loading":true,
                    "input_schema":{"type":"object","properties":{}}},
                   {"name":"fs_write","input_schema":{"type":"object","properties":{}},
                    "strict":true,"eager_input_streaming":true},
                   {"type":"web_search_20250305","name":"web_search"}],
                 "tool_choice":{"type":"tool","name":"clock","disable_parallel_tool_use":true},
                 "stop_sequences":["END"],"temperature":0.5,"top_p":0.9,
                 "top_k":5,"metadata":{"user_id":"u"}}
                """));
  }

  @Test
  void plainRequestIsShortAndHasTheLimitThatTheWireDemands() {
    assertThat(body(hello(CLAUDE).withStreaming(false).withSystem("Be brief.")))
        .isEqualTo(
            JsonObject.parse(
                """
                {"model":"claude-haiku-4-5","max_tokens":16384,"system":"Be brief.",
                 "messages":[{"role":"user","content":[{"type":"text","text":"hi"}]}]}
                """));
  }

  @Test
  void everyPartOfARequestIsReadBack() {
    ModelRequest request =
        hello(CLAUDE)
            .withStreaming(false)
            .withSystem(List.of(new Text("Be brief."), new CachePoint("")))
            .withTools(List.of(CLOCK))
            .withToolChoice(ToolChoice.ANY)
            .withInference(InferenceConfig.DEFAULTS.withMaxTokens(512).withTopP(0.9))
            .withExtra(
                JsonObject.parse(
                    """
                    {"top_k":5,"tool_choice":{"disable_parallel_tool_use":true},
                     "tools":[{"defer_loading":true,"name":"clock"}]}\
                    """));

    assertThat(read(request)).isEqualTo(request);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"text\",\"text\":\"søvn\"}",
        "{\"type\":\"image\",\"source\":{\"type\":\"base64\",\"media_type\":\"image/png\",\"data\":\"AAEC\"}}",
        "{\"type\":\"image\",\"source\":{\"type\":\"url\",\"url\":\"https://a.example/b\"}}",
        "{\"type\":\"image\",\"source\":{\"type\":\"file\",\"file_id\":\"f1\"}}",
        """
        {"type":"document","source":{"type":"base64","media_type":"application/pdf","data":"AAEC"},
         "title":"Report","context":"draft","citations":{"enabled":true}}\
        """,
        "{\"type\":\"document\",\"source\":{\"type\":\"text\",\"media_type\":\"text/plain\",\"data\":\"all\"}}",
        """
        {"type":"document","source":{"type":"content","content":[{"type":"text","text":"one"}]}}\
        """,
        "{\"type\":\"document\",\"source\":{\"type\":\"content\",\"content\":\"one\"}}",
        "{\"type\":\"document\",\"source\":{\"type\":\"url\",\"url\":\"https://a.example/b.pdf\"}}",
        "{\"type\":\"text\",\"text\":\"x\",\"cache_control\":{\"type\":\"ephemeral\",\"ttl\":\"5m\"}}",
        """
        {"type":"search_result","source":"s","title":"t","content":[{"type":"text","text":"x"}],
         "citations":{"enabled":false}}\
        """,
        "{\"type\":\"container_upload\",\"file_id\":\"f1\"}",
      })
  void blockOfTheUserIsReadAndWrittenAsItStands(String block) {
    String json =
        "{\"model\":\"claude-haiku-4-5\",\"max_tokens\":9,\"messages\":[{\"role\":\"user\","
            + "\"content\":[{\"type\":\"text\",\"text\":\"see\"},"
            + block
            + "]}]}";

    assertThat(body(read(json))).isEqualTo(JsonObject.parse(json));
  }

  @Test
  void toolTurnIsReadAndWrittenAsItStands() {
    String json =
        """
        {"model":"claude-haiku-4-5","max_tokens":9,"messages":[
          {"role":"user","content":[{"type":"text","text":"hi"}]},
          {"role":"assistant","content":[
            {"type":"thinking","thinking":"Hm.","signature":"c2ln"},
            {"type":"redacted_thinking","data":"AAEC"},
            {"type":"redacted_thinking","data":"no base64!"},
            {"type":"text","text":"Let me see."},
            {"type":"server_tool_use","id":"srvtoolu_1","name":"web_search","input":{"query":"x"}},
            {"type":"web_search_tool_result","tool_use_id":"srvtoolu_1","content":[]},
            {"type":"tool_use","id":"t1","name":"clock","input":{},"caller":{"type":"direct"}},
            {"type":"tool_use","id":"t2","name":"clock","input":{"zone":"CET","n":[1,2.50,null]}}]},
          {"role":"user","content":[
            {"type":"tool_result","tool_use_id":"t1","content":[{"type":"text","text":"noon"}],
             "cache_control":{"type":"ephemeral"}},
            {"type":"tool_result","tool_use_id":"t2","is_error":true,"content":[
              {"type":"text","text":"no such zone"},
              {"type":"image","source":{"type":"base64","media_type":"image/png","data":"AAEC"}},
              {"type":"tool_reference","tool_name":"clock"}]},
            {"type":"text","text":"Go on."}]}],
         "tools":[{"name":"clock","input_schema":{"type":"object"}}]}
        """;

    assertThat(body(read(json))).isEqualTo(JsonObject.parse(json));
  }

  @Test
  void stringsAndNeighboursOfOneRoleAreRead() {
    ModelRequest request =
        read(
            """
            {"model":"claude-haiku-4-5","max_tokens":9,"messages":[
              {"role":"user","content":"hi"},
              {"role":"assistant","content":"hello"},
              {"role":"assistant","content":[{"type":"tool_use","id":"t1","name":"clock","input":{}}]},
              {"role":"user","content":[{"type":"tool_result","tool_use_id":"t1","content":"noon"}]},
              {"role":"user","content":"and?"}]}
            """);

    assertThat(request.conversation().messages())
        .containsExactly(
            Message.user("hi"),
            new Message(
                Role.ASSISTANT,
                List.of(new Text("hello"), ToolUse.of("t1", "clock", JsonObject.EMPTY))),
            new Message(
                Role.USER,
                List.of(
                    ToolResult.success(new ToolUseId("t1"), new Text("noon")), new Text("and?"))));
  }

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
  void choiceOfNoToolIsSaid() {
    ModelRequest request = hello(CLAUDE).withToolChoice(ToolChoice.NONE);

    assertThat(body(request.withTools(List.of(CLOCK))).toString())
        .contains("\"tool_choice\":{\"type\":\"none\"}");
    assertThat(body(request).names()).doesNotContain("tool_choice");
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

  @Test
  void limitOfZeroWarmsTheCache() {
    ModelRequest warm = hello(CLAUDE).withExtra(JsonObject.of("max_tokens", 0));

    assertThat(body(warm).toString()).contains("\"max_tokens\":0");
    assertThat(read(warm)).isEqualTo(warm);
    assertThatThrownBy(() -> encode(hello(CLAUDE).withExtra(JsonObject.of("max_tokens", 7))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("extra holds a \"max_tokens\" that is not 0; set it in the inference config");
  }

  @ParameterizedTest
  @ValueSource(strings = {"model", "messages", "system", "stream", "temperature"})
  void extraMayNotSayWhatTheRequestHasAPartFor(String member) {
    ModelRequest request = hello(CLAUDE).withExtra(JsonObject.of(member, List.of()));

    assertThatThrownBy(() -> encode(request))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"" + member + "\"");
  }

  @Test
  void invokeBodyHasItsVersionAndFlagsInside() {
    ToolSpec eager = new ToolSpec(new ToolName("fs_write"), "", SCHEMA, false, true);
    ModelId model = new ModelId("us.anthropic.claude-haiku-4-5-20251001-v1:0");
    ModelRequest request = hello(model).withTools(List.of(eager));
    var profile = ModelCatalogue.builtIn().profile(model, Route.INVOKE);

    byte[] body = InvokeBody.write(request, profile, InvokeBody.fitting(profile));

    assertThat(JsonObject.parse(new String(body, StandardCharsets.UTF_8)))
        .isEqualTo(
            JsonObject.parse(
                """
                {"anthropic_version":"bedrock-2023-05-31","max_tokens":16384,
                 "anthropic_beta":["fine-grained-tool-streaming-2025-05-14"],
                 "messages":[{"role":"user","content":[{"type":"text","text":"hi"}]}],
                 "tools":[{"name":"fs_write","input_schema":{"type":"object","properties":{}}}]}
                """));
    assertThat(server.readInvoke(model, true, body).conversation())
        .isEqualTo(request.conversation());
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

  private static ModelRequest hello(ModelId model) {
    return ModelRequest.to(model, Conversation.startingWith("hi"));
  }

  private ModelRequest read(String json) {
    return server.read(
        Headers.of("anthropic-version", "2023-06-01"), json.getBytes(StandardCharsets.UTF_8));
  }

  private ModelRequest read(ModelRequest request) {
    Encoding encoding = encode(request);
    ModelRequest read = server.read(encoding.request().headers(), encoding.request().body());
    // The limit that the wire demands was not asked for.
    return request.inference().maxTokens().isEmpty() && read.inference().maxTokens().isPresent()
        ? read.withInference(request.inference())
        : read;
  }

  private static List<String> lost(ModelRequest request) {
    return lines(encode(request));
  }

  private static List<String> lines(Encoding encoding) {
    return encoding.losses().all().stream().map(Loss::toString).toList();
  }

  private static Encoding encode(ModelRequest request) {
    return new MessagesCodec(MessagesVersion.V2023_06_01)
        .request(
            ENDPOINT, request, ModelCatalogue.builtIn().profile(request.model(), Route.MESSAGES));
  }

  private static JsonObject body(ModelRequest request) {
    return body(encode(request));
  }

  private static JsonObject body(Encoding encoding) {
    return JsonObject.parse(new String(encoding.request().body(), StandardCharsets.UTF_8));
  }
}
