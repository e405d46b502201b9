package dev.toolwire.wire.converse;

import static dev.toolwire.wire.converse.Replies.ofConverse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.conversation.Blob;
import dev.toolwire.conversation.Citations;
import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.Image;
import dev.toolwire.conversation.MediaSource;
import dev.toolwire.conversation.Opaque;
import dev.toolwire.conversation.Reasoning;
import dev.toolwire.conversation.RedactedReasoning;
import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolName;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.conversation.Usage;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.MalformedWireException;
import dev.toolwire.model.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConverseReplyTest {

  private final ConverseCodec client = new ConverseCodec();
  private final ConverseServerCodec server = new ConverseServerCodec();

  record Case(String json, ContentBlock block) {
    @Override
    public String toString() {
      return json.substring(0, Math.min(40, json.length()));
    }
  }

  static List<Case> everyBlock() {
    return List.of(
        new Case("{\"text\":\"søvn\"}", new Text("søvn")),
        new Case(
            """
            {"toolUse":{"toolUseId":"t1","name":"clock","input":{"zone":"CET"},"type":"server_tool_use"}}\
            """,
            new ToolUse(
                new ToolUseId("t1"),
                new ToolName("clock"),
                new ToolInput.Parsed(JsonObject.of("zone", "CET")),
                ofConverse("type", "server_tool_use"))),
        new Case(
            """
            {"toolUse":{"toolUseId":"functions.f:0","name":"made up!","input":{}}}\
            """,
            ToolUse.of("functions.f:0", "made up!", JsonObject.EMPTY)),
        new Case(
            """
            {"toolResult":{"toolUseId":"t1","content":[{"text":"noon"}],"type":"clock_result"}}\
            """,
            new ToolResult(
                new ToolUseId("t1"),
                ToolResult.Status.SUCCESS,
                List.of(new Text("noon")),
                ofConverse("type", "clock_result"))),
        new Case(
            """
            {"reasoningContent":{"reasoningText":{"text":"Hm.","signature":"c2ln","mood":"calm"}}}\
            """,
            new Reasoning("Hm.", "c2ln", ofConverse("mood", "calm"))),
        new Case(
            "{\"reasoningContent\":{\"redactedContent\":\"AAEC\"}}",
            new RedactedReasoning(Blob.of(new byte[] {0, 1, 2}))),
        new Case(
            "{\"reasoningContent\":{\"dream\":{\"of\":\"sheep\"}}}",
            new Opaque(
                "converse",
                "reasoningContent",
                JsonObject.parse("{\"reasoningContent\":{\"dream\":{\"of\":\"sheep\"}}}"))),
        new Case(
            """
            {"image":{"format":"png","source":{"bytes":"AAEC"},"error":{"message":"blurred"}}}\
            """,
            new Image(
                "png",
                new MediaSource.Inline(Blob.of(new byte[] {0, 1, 2})),
                JsonObject.parse("{\"error\":{\"message\":\"blurred\"},\"wire\":\"converse\"}"))),
        new Case(
            """
            {"citationsContent":{"content":[{"text":"Oslo"}],"citations":[{"title":"Atlas"}]}}\
            """,
            new Citations(List.of("Oslo"), List.of(JsonObject.of("title", "Atlas")))),
        new Case(
            "{\"hologram\":{\"depth\":3}}",
            new Opaque("converse", "hologram", JsonObject.parse("{\"hologram\":{\"depth\":3}}"))));
  }

  @ParameterizedTest
  @MethodSource("everyBlock")
  void blockIsReadAndWrittenAsItStands(Case block) {
    String json = answer("[" + block.json() + "]", "end_turn");

    Reply reply = client.reply(utf8(json));

    assertThat(reply.content()).containsExactly(block.block());
    assertThat(JsonObject.parse(new String(server.reply(reply), StandardCharsets.UTF_8)))
        .isEqualTo(JsonObject.parse(json));
  }

  @Test
  void everyFigureAndEveryOtherMemberIsKept() {
    String json =
        """
        {"output":{"message":{"role":"assistant","content":[{"text":"42"}]}},
         "stopReason":"stop_sequence",
         "usage":{"inputTokens":4,"outputTokens":2,"totalTokens":106,"cacheReadInputTokens":100,
                  "cacheDetails":[{"ttl":"5m","inputTokens":100}]},
         "metrics":{"latencyMs":412,"queueMs":7},
         "additionalModelResponseFields":{"stop_sequence":"."},
         "trace":{"promptRouter":{"invokedModelId":"m"}},
         "performanceConfig":{"latency":"optimized"}}
        """;

    Reply reply = client.reply(utf8(json));

    assertThat(reply)
        .isEqualTo(
            new Reply(
                List.of(new Text("42")),
                StopReason.Known.STOP_SEQUENCE,
                new Usage(
                    4,
                    2,
                    100,
                    0,
                    JsonObject.parse("{\"cacheDetails\":[{\"ttl\":\"5m\",\"inputTokens\":100}]}")),
                Duration.ofMillis(412),
                JsonObject.parse(
                    """
                    {"additionalModelResponseFields":{"stop_sequence":"."},
                     "trace":{"promptRouter":{"invokedModelId":"m"}},
                     "performanceConfig":{"latency":"optimized"},
                     "metrics":{"queueMs":7}}\
                    """)));
    assertThat(JsonObject.parse(new String(server.reply(reply), StandardCharsets.UTF_8)))
        .isEqualTo(JsonObject.parse(json));
  }

  @Test
  void totalOfAnotherSumIsTheProvidersOwn() {
    Reply reply =
        client.reply(
            utf8(answer("[]", "end_turn").replace("\"totalTokens\":17", "\"totalTokens\":99")));

    assertThat(reply.usage().extra()).isEqualTo(JsonObject.of("totalTokens", 99));
    assertThat(client.reply(server.reply(reply))).isEqualTo(reply);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}           | Parsed[value={}]
          null         | Parsed[value={}]
          [1,2]        | Malformed[text=[1,2], problem=expected a JSON object, got an array]
          "Oslo"       | Malformed[text="Oslo", problem=expected a JSON object, got a string]
          """)
  void inputThatIsNoObjectIsKeptAsMalformed(String input, String read) {
    String call = "{\"toolUse\":{\"toolUseId\":\"t\",\"name\":\"f\",\"input\":" + input + "}}";

    Reply reply = client.reply(utf8(answer("[" + call + "]", "tool_use")));

    assertThat(reply.toolUses().getFirst().input()).hasToString(read);
  }

  @Test
  void inputThatWasCutIsSentAsAnEmptyObject() {
    Reply cut =
        new Reply(
            List.of(
                new ToolUse(
                    new ToolUseId("t"), new ToolName("f"), new ToolInput.Truncated("{\"a"))),
            StopReason.Known.MAX_TOKENS,
            Usage.NONE);

    Reply read = client.reply(server.reply(cut));

    assertThat(read.toolUses().getFirst().input()).isEqualTo(new ToolInput.Truncated(""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [{"text":7}]                         | output.message.content[0].text: expected a string, got a number
          [{"text":"a"},{"toolUse":{"name":1}}] | output.message.content[1].toolUse.toolUseId: expected a string, got nothing
          [{"text":"a","image":{}}]            | output.message.content[0]: expected exactly one member, got "text" and "image"
          [{}]                                 | output.message.content[0]: expected exactly one member, got none
          [7]                                  | output.message.content[0]: expected an object, got a number
          {}                                   | output.message.content: expected an array, got an object
          [{"reasoningContent":{"redactedContent":"%"}}] | output.message.content[0].reasoningContent: expected base64 in "redactedContent", got something else
          """)
  void whatIsWrongIsNamedWithItsPlace(String content, String problem) {
    assertThatThrownBy(() -> client.reply(utf8(answer(content, "end_turn"))))
        .isInstanceOf(MalformedWireException.class)
        .hasMessage("the answer: " + problem);
  }

  @Test
  void memberThatIsNullIsAbsent() {
    Reply reply = client.reply(utf8(answer("[{\"text\":\"a\",\"image\":null}]", "end_turn")));

    assertThat(reply.content()).containsExactly(new Text("a"));
  }

  @Test
  void bodyThatIsNoJsonIsMalformed() {
    assertThatThrownBy(() -> client.reply(utf8("{\"output\":")))
        .isInstanceOf(MalformedWireException.class)
        .hasMessageStartingWith("the answer of 10 bytes is not JSON");
  }

  private static String answer(String content, String stopReason) {
    return """
    {"output":{"message":{"role":"assistant","content":%s}},"stopReason":"%s",
     "usage":{"inputTokens":10,"outputTokens":7,"totalTokens":17},"metrics":{"latencyMs":0}}
    """
        .formatted(content, stopReason);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
