package dev.toolwire.wire.converse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.conversation.CachePoint;
import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.Image;
import dev.toolwire.conversation.Json;
import dev.toolwire.conversation.MediaSource;
import dev.toolwire.conversation.Message;
import dev.toolwire.conversation.Role;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolName;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.InferenceConfig;
import dev.toolwire.model.ModelCatalogue;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ProviderException;
import dev.toolwire.model.ToolChoice;
import dev.toolwire.model.ToolSpec;
import dev.toolwire.model.UnsupportedOnWireException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConverseRequestTest {

  private static final URI ENDPOINT = URI.create("http://127.0.0.1:8080");
  private static final ModelId CLAUDE = new ModelId("us.anthropic.claude-haiku-4-5-20251001-v1:0");
  private static final ModelId LLAMA = new ModelId("us.meta.llama3-3-70b-instruct-v1:0");
  private static final JsonObject NO_PARAMETERS =
      JsonObject.parse("{\"type\":\"object\",\"properties\":{}}");
  private static final ToolSpec CLOCK = new ToolSpec("clock", "Tells the time", NO_PARAMETERS);

  private final ConverseServerCodec server = new ConverseServerCodec();

  @Test
  void everyPartOfARequestHasItsPlace() {
    ModelRequest request =
        hello(CLAUDE)
            .withSystem(List.of(new Text("Be brief."), new CachePoint("1h")))
            .withTools(
                List.of(
                    CLOCK, new ToolSpec(new ToolName("fs_write"), "", NO_PARAMETERS, true, false)))
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
                    {"additionalModelRequestFields":{"top_k":5},
                     "requestMetadata":{"team":"blue"},
                     "toolConfig":{"tools":[{"cachePoint":{"type":"default"}}]}}\
                    """));

    assertThat(body(request))
        .isEqualTo(
            JsonObject.parse(
                """
                {"messages":[{"role":"user","content":[{"text":"hi"}]}],
                 "system":[{"text":"Be brief."},{"cachePoint":{"type":"default","ttl":"1h"}}],
                 "inferenceConfig":{"maxTokens":512,"temperature":0.5,"topP":0.9,"stopSequences":["END"]},
                 "toolConfig":{
                   "tools":[
                     {"toolSpec":{"name":"clock","description":"Tells the time",
                                  "inputSchema":{"json":{"type":"object","properties":{}}}}},
                     {"toolSpec":{"name":"fs_write","strict":true,
                                  "inputSchema":{"json":{"type":"object","properties":{}}}}},
                     {"cachePoint":{"type":"default"}}],
                   "toolChoice":{"tool":{"name":"clock"}}},
                 "additionalModelRequestFields":{"top_k":5},
                 "requestMetadata":{"team":"blue"}}
                """));
  }

  @Test
  void everyPartOfARequestIsReadBack() {
    ModelRequest request =
        hello(CLAUDE)
            .withStreaming(false)
            .withSystem(List.of(new Text("Be brief."), new CachePoint("1h")))
            .withTools(List.of(CLOCK))
            .withToolChoice(ToolChoice.ANY)
            .withInference(InferenceConfig.DEFAULTS.withMaxTokens(512).withTopP(0.9))
            .withExtra(
                JsonObject.parse(
                    """
                    {"requestMetadata":{"team":"blue"},
                     "toolConfig":{"tools":[{"cachePoint":{"type":"default"}}]}}\
                    """));

    assertThat(server.read(CLAUDE, false, bytes(request))).isEqualTo(request);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"text\":\"søvn\"}",
        "{\"image\":{\"format\":\"png\",\"source\":{\"bytes\":\"AAEC\"}}}",
        "{\"image\":{\"format\":\"webp\",\"source\":{\"s3Location\":{\"uri\":\"s3://bucket/k\"}}}}",
        """
        {"document":{"format":"pdf","name":"Report 2026","source":{"bytes":"AAEC"},
                     "context":"draft","citations":{"enabled":true}}}\
        """,
        "{\"document\":{\"format\":\"txt\",\"name\":\"a\",\"source\":{\"text\":\"all of it\"}}}",
        "{\"document\":{\"name\":\"a\",\"source\":{\"content\":[{\"text\":\"one\"},{\"text\":\"two\"}]}}}",
        """
        {"document":{"format":"md","name":"a",
                     "source":{"s3Location":{"uri":"s3://bucket/k","bucketOwner":"123456789012"}}}}\
        """,
        "{\"cachePoint\":{\"type\":\"default\",\"ttl\":\"5m\"}}",
        "{\"video\":{\"format\":\"mp4\",\"source\":{\"bytes\":\"AAEC\"}}}",
        "{\"audio\":{\"format\":\"wav\",\"source\":{\"bytes\":\"AAEC\"}}}",
        "{\"guardContent\":{\"text\":{\"text\":\"check\",\"qualifiers\":[\"query\"]}}}",
        """
        {"searchResult":{"source":"s","title":"t","content":[{"text":"x"}],
                         "citations":{"enabled":false}}}\
        """,
      })
  void blockOfTheUserIsReadAndWrittenAsItStands(String block) {
    String json =
        "{\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\"see\"}," + block + "]}]}";

    assertThat(rewritten(json)).isEqualTo(JsonObject.parse(json));
  }

  @Test
  void toolTurnIsReadAndWrittenAsItStands() {
    String json =
        """
        {"messages":[
          {"role":"user","content":[{"text":"hi"}]},
          {"role":"assistant","content":[
            {"reasoningContent":{"reasoningText":{"text":"Hm.","signature":"c2ln"}}},
            {"reasoningContent":{"redactedContent":"AAEC"}},
            {"text":"Let me see."},
            {"toolUse":{"toolUseId":"t1","name":"clock","input":{}}},
            {"toolUse":{"toolUseId":"t2","name":"clock","input":{"zone":"CET","n":[1,2.50,null]}}}]},
          {"role":"user","content":[
            {"toolResult":{"toolUseId":"t1","content":[{"text":"noon"},{"json":{"h":12}}]}},
            {"toolResult":{"toolUseId":"t2","status":"error","content":[
              {"text":"no such zone"},
              {"image":{"format":"png","source":{"bytes":"AAEC"}}},
              {"document":{"format":"txt","name":"log","source":{"bytes":"AAEC"}}},
              {"searchResult":{"source":"s","title":"t","content":[{"text":"x"}]}}]}}]}],
         "toolConfig":{"tools":[{"toolSpec":{"name":"clock","inputSchema":{"json":{"type":"object"}}}}]}}
        """;

    assertThat(rewritten(json)).isEqualTo(JsonObject.parse(json));
  }

  @Test
  void modelWithoutResultStatusIsToldOfAnErrorInWords() {
    ModelRequest request = answered(LLAMA, ToolResult.error(new ToolUseId("t1"), "no clock"));

    assertThat(body(request).toString())
        .contains("{\"toolUseId\":\"t1\",\"content\":[{\"text\":\"error: no clock\"}]}")
        .doesNotContain("status");
  }

  @Test
  void errorWithoutTextIsMarkedInFrontOfItsContent() {
    ToolResult result =
        new ToolResult(
            new ToolUseId("t1"),
            ToolResult.Status.ERROR,
            List.of(new Json(JsonObject.of("code", 7))));

    assertThat(body(answered(LLAMA, result)).toString())
        .contains("\"content\":[{\"text\":\"error:\"},{\"json\":{\"code\":7}}]");
  }

  @Test
  void inputThatNeverBecameAnObjectIsWrapped() {
    Message calls =
        new Message(
            Role.ASSISTANT,
            List.of(
                ToolUse.of("t1", "clock", JsonObject.EMPTY)
                    .withInput(new ToolInput.Malformed("{\"a", "cut")),
                ToolUse.of("t2", "clock", JsonObject.EMPTY)
                    .withInput(new ToolInput.Truncated("{\"b"))));
    ModelRequest request =
        hello(CLAUDE)
            .withConversation(
                Conversation.startingWith("hi")
                    .exchange(
                        calls,
                        List.of(
                            ToolResult.error(new ToolUseId("t1"), "not JSON"),
                            ToolResult.error(new ToolUseId("t2"), "cut"))))
            .withTools(List.of(CLOCK));

    assertThat(body(request).toString())
        .contains("\"input\":{\"INVALID_JSON\":\"{\\\"a\"}")
        .contains("\"input\":{\"INVALID_JSON\":\"{\\\"b\"}");
    assertThat(server.read(CLAUDE, true, bytes(request)).conversation().messages()).hasSize(3);
  }

  @Test
  void namesAndIdsFromElsewhereAreMadeToFit() {
    String id = "call/" + "x".repeat(80);
    Message call =
        new Message(Role.ASSISTANT, List.of(ToolUse.of(id, "mcp.clock!", JsonObject.EMPTY)));
    ModelRequest request =
        hello(CLAUDE)
            .withConversation(
                Conversation.startingWith("hi")
                    .exchange(call, List.of(ToolResult.success(new ToolUseId(id), new Text("12")))))
            .withTools(List.of(CLOCK));

    Conversation read = server.read(CLAUDE, true, bytes(request)).conversation();

    ToolUse sent = read.messages().get(1).toolUses().getFirst();
    assertThat(sent.name()).hasToString("mcp_clock__" + sent.name().value().substring(11));
    assertThat(sent.id().value()).matches("call_x{42}_[0-9a-zA-Z]{16}").hasSize(64);
    assertThat(read.messages().get(2).toolResults().getFirst().id()).isEqualTo(sent.id());
    assertThat(body(request)).isEqualTo(body(request));
  }

  @ParameterizedTest
  @CsvSource({
    "report.pdf, report-pdf",
    "'two  spaces ', two spaces",
    "'', document",
    "Report (2) [final], Report (2) [final]",
  })
  void documentNamesAreMadeToFit(String name, String sent) {
    assertThat(PortableNames.documentName(name)).isEqualTo(sent);
  }

  @Test
  void choiceOfNoToolWithholdsTheToolsUnlessTheHistoryHasSome() {
    ModelRequest fresh = hello(CLAUDE).withTools(List.of(CLOCK)).withToolChoice(ToolChoice.NONE);
    ModelRequest later =
        answered(CLAUDE, ToolResult.success(new ToolUseId("t1"), new Text("12")))
            .withToolChoice(ToolChoice.NONE);

    assertThat(body(fresh).names()).containsExactly("messages");
    assertThat(body(later).member("toolConfig").orElseThrow().has("tools")).isTrue();
    assertThat(body(later).member("toolConfig").orElseThrow().has("toolChoice")).isFalse();
  }

  @Test
  void choiceThatTheModelDoesNotTakeIsRefusedBeforeAnythingIsSent() {
    ModelRequest request = hello(LLAMA).withTools(List.of(CLOCK)).withToolChoice(ToolChoice.ANY);

    assertThatThrownBy(() -> body(request))
        .isInstanceOf(UnsupportedOnWireException.class)
        .hasMessage(
            "the model us.meta.llama3-3-70b-instruct-v1:0 (Llama 3.3) is not known to take"
                + " toolChoice.any; leave the choice to the model, or describe the model in the"
                + " catalogue");
  }

  @Test
  void eagerInputIsABetaOfClaude() {
    ToolSpec eager = new ToolSpec(new ToolName("fs_write"), "Writes", NO_PARAMETERS, false, true);
    JsonObject betas =
        JsonObject.parse(
            "{\"additionalModelRequestFields\":{\"anthropic_beta\":[\"x\"],\"top_k\":5}}");

    assertThat(body(hello(CLAUDE).withTools(List.of(CLOCK, eager))).toString())
        .contains(
            "\"additionalModelRequestFields\":"
                + "{\"anthropic_beta\":[\"fine-grained-tool-streaming-2025-05-14\"]}");
    assertThat(body(hello(CLAUDE).withTools(List.of(eager)).withExtra(betas)).toString())
        .contains(
            "{\"anthropic_beta\":[\"x\",\"fine-grained-tool-streaming-2025-05-14\"],\"top_k\":5}");
    assertThat(body(hello(LLAMA).withTools(List.of(eager))).names())
        .containsExactly("messages", "toolConfig");
  }

  @ParameterizedTest
  @ValueSource(strings = {"messages", "system", "inferenceConfig"})
  void extraMayNotSayWhatTheRequestHasAPartFor(String member) {
    ModelRequest request = hello(CLAUDE).withExtra(JsonObject.of(member, List.of()));

    assertThatThrownBy(() -> body(request))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"" + member + "\"");
  }

  @Test
  void whatConverseCannotSayIsRefusedBeforeAnythingIsSent() {
    assertThat(
            List.of(
                refusal(image(new MediaSource.Url("https://a.example/b"))),
                refusal(image(new MediaSource.PlainText("x"))),
                refusal(new Text("x", JsonObject.of("cache_control", 1)))))
        .containsExactly(
            "an image at an address; Converse fetches nothing, send its bytes or an S3 location",
            "an image whose source is text; Converse takes bytes or an S3 location",
            "Converse's \"text\" has no room for the members [cache_control]; remove them from the"
                + " block");
  }

  @Test
  void serverRefusesInTheServicesWords() {
    assertThatThrownBy(
            () -> read("{\"messages\":[{\"role\":\"assistant\",\"content\":[{\"text\":\"a\"}]}]}"))
        .isInstanceOf(ProviderException.class)
        .hasMessageContaining("A conversation must start with a user message.");
    assertThatThrownBy(() -> read("{\"messages\":"))
        .isInstanceOf(ProviderException.class)
        .hasMessageStartingWith("SerializationException (HTTP 400)");
  }

  private static Image image(MediaSource source) {
    return new Image("png", source);
  }

  private static String refusal(ContentBlock block) {
    ModelRequest request = hello(CLAUDE).withConversation(Conversation.empty().say(List.of(block)));
    try {
      return "sent " + body(request);
    } catch (UnsupportedOnWireException refused) {
      return String.valueOf(refused.getMessage());
    }
  }

  private JsonObject rewritten(String json) {
    return body(read(json));
  }

  private ModelRequest read(String json) {
    return server.read(CLAUDE, true, json.getBytes(StandardCharsets.UTF_8));
  }

  private static ModelRequest hello(ModelId model) {
    return ModelRequest.to(model, Conversation.startingWith("hi"));
  }

  private static ModelRequest answered(ModelId model, ToolResult result) {
    Message call =
        new Message(Role.ASSISTANT, List.of(ToolUse.of("t1", "clock", JsonObject.EMPTY)));
    return ModelRequest.to(model, Conversation.startingWith("hi").exchange(call, List.of(result)))
        .withTools(List.of(CLOCK));
  }

  private static JsonObject body(ModelRequest request) {
    return JsonObject.parse(new String(bytes(request), StandardCharsets.UTF_8));
  }

  private static byte[] bytes(ModelRequest request) {
    return new ConverseCodec()
        .request(ENDPOINT, request, ModelCatalogue.builtIn().profile(request.model()))
        .request()
        .body();
  }
}
