package dev.toolwire.wire.messages;

import static dev.toolwire.wire.messages.MessagesRequests.CLAUDE;
import static dev.toolwire.wire.messages.MessagesRequests.CLOCK;
import static dev.toolwire.wire.messages.MessagesRequests.SCHEMA;
import static dev.toolwire.wire.messages.MessagesRequests.body;
import static dev.toolwire.wire.messages.MessagesRequests.encode;
import static dev.toolwire.wire.messages.MessagesRequests.hello;
import static dev.toolwire.wire.messages.MessagesRequests.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.conversation.CachePoint;
import dev.toolwire.conversation.Message;
import dev.toolwire.conversation.Role;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolName;
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
import dev.toolwire.model.ToolSpec;
import dev.toolwire.wire.Encoding;
import dev.toolwire.wire.Headers;
import dev.toolwire.wire.WireRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesRequestTest {

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
  void choiceOfNoToolIsSaid() {
    ModelRequest request = hello(CLAUDE).withToolChoice(ToolChoice.NONE);

    assertThat(body(request.withTools(List.of(CLOCK))).toString())
        .contains("\"tool_choice\":{\"type\":\"none\"}");
    assertThat(body(request).names()).doesNotContain("tool_choice");
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

    byte[] body =
        InvokeBody.bodies()
            .encode(
                request,
                profile,
                bytes -> WireRequest.post(URI.create("/"), Headers.NONE, bytes, true))
            .request()
            .body();

    assertThat(JsonObject.parse(new String(body, StandardCharsets.UTF_8)))
        .isEqualTo(
            JsonObject.parse(
                """
                {"anthropic_version":"bedrock-2023-05-31","max_tokens":16384,
                 "anthropic_beta":["fine-grained-tool-streaming-2025-05-14"],
                 "messages":[{"role":"user","content":[{"type":"text","text":"hi"}]}],
                 "tools":[{"name":"fs_write","input_schema":{"type":"object","properties":{}}}]}
                """));
    assertThat(new MessagesServerCodec().readInvoke(model, true, body).conversation())
        .isEqualTo(request.conversation());
  }
}
