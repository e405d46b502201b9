package dev.toolwire.wire.invoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolName;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.conversation.Usage;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.ErrorKind;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ProviderException;
import dev.toolwire.model.ProviderException.Fault;
import dev.toolwire.model.Reply;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.wire.converse.Padding;
import dev.toolwire.wire.messages.MessageHead;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvokeServerCodecTest {

  private static final ModelId CLAUDE = new ModelId("us.anthropic.claude-haiku-4-5-20251001-v1:0");
  private static final InvokePath WHOLE = new InvokePath(CLAUDE, false);
  private static final InvokePath STREAM = new InvokePath(CLAUDE, true);
  private static final Usage USAGE = new Usage(12, 9, 3, 0, JsonObject.EMPTY);
  private static final MessageHead HEAD =
      new MessageHead("msg_bdrk_01", CLAUDE, new Usage(12, 0, 3, 0, JsonObject.EMPTY));
  private static final Reply REPLY =
      new Reply(
          List.of(
              new Text("Let me see."),
              new ToolUse(
                  new ToolUseId("toolu_bdrk_01"),
                  new ToolName("top_song"),
                  new ToolInput.Parsed(JsonObject.of("sign", "WZPZ")),
                  JsonObject.EMPTY)),
          StopReason.Known.TOOL_USE,
          USAGE,
          Duration.ofMillis(340),
          JsonObject.EMPTY);

  private final InvokeServerCodec server = new InvokeServerCodec();

  @Test
  void pathSaysTheModelAndWhetherItStreams() {
    assertThat(InvokePath.parse("/model/us.anthropic.claude-haiku-4-5-20251001-v1%3A0/invoke"))
        .contains(WHOLE);
    assertThat(
            InvokePath.parse(
                "/model/us.anthropic.claude-haiku-4-5-20251001-v1:0/invoke-with-response-stream"))
        .contains(STREAM);
    assertThat(InvokePath.parse("/model/m/converse")).isEmpty();
    assertThat(InvokePath.parse("/model/invoke")).isEmpty();
  }

  @Test
  void bodyHasItsVersionAndFlagsAndNoModel() {
    ModelRequest request =
        server.read(
            STREAM,
            bytes(
                """
                {"anthropic_version":"bedrock-2023-05-31","max_tokens":100,
                 "anthropic_beta":["fine-grained-tool-streaming-2025-05-14"],
                 "messages":[{"role":"user","content":"Hi"}]}\
                """));

    assertThat(request.model()).isEqualTo(CLAUDE);
    assertThat(request.streaming()).isTrue();
    assertThat(request.inference().maxTokens()).hasValue(100);
    assertThat(request.extra().names()).containsExactly("anthropic_beta");
  }

  @Test
  void newestVersionIsForClaudeFrom47AndWithItsRules() {
    String body =
        "{\"anthropic_version\":\"2026-10-21\",\"max_tokens\":9,%s"
            + "\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}";
    InvokePath newer = new InvokePath(new ModelId("anthropic.claude-opus-4-8"), false);

    assertThat(server.read(newer, bytes(body.formatted(""))).inference().maxTokens()).hasValue(9);
    assertThatThrownBy(() -> server.read(newer, bytes(body.formatted("\"temperature\":1,"))))
        .hasMessageContaining("temperature");
    assertThatThrownBy(() -> server.read(WHOLE, bytes(body.formatted(""))))
        .hasMessageContaining("anthropic_version: Input should be 'bedrock-2023-05-31'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'max_tokens':9,'messages':[{'role':'user','content':'hi'}]}"
            + " | anthropic_version: Field required",
        "{'anthropic_version':'2023-06-01','max_tokens':9,'messages':[]}"
            + " | anthropic_version: Input should be 'bedrock-2023-05-31'",
        "{'anthropic_version':'bedrock-2023-05-31','max_tokens':9,'messages':[],'model':'m'}"
            + " | model: Extra inputs are not permitted",
        "{'anthropic_version':'bedrock-2023-05-31','max_tokens':9,'messages':[],'stream':true}"
            + " | stream: Extra inputs are not permitted",
        "{'anthropic_version':'bedrock-2023-05-31','max_tokens':9,'messages':[],"
            + "'anthropic_beta':'x'} | anthropic_beta: Input should be a valid list",
        "{'anthropic_version':'bedrock-2023-05-31','messages':[{'role':'user','content':'hi'}]}"
            + " | max_tokens: Field required",
      })
  void whatClaudeRefusesIsAValidationException(String body, String message) {
    ProviderException refused =
        catchThrowableOfType(
            ProviderException.class, () -> server.read(WHOLE, bytes(body.replace('\'', '"'))));

    assertThat(refused.fault())
        .isEqualTo(
            new Fault(
                ErrorKind.VALIDATION,
                400,
                "ValidationException",
                message,
                "",
                false,
                Duration.ZERO));
    assertThat(text(server.error(refused.fault()))).isEqualTo("{\"message\":\"" + message + "\"}");
    assertThat(server.errorHeaders(refused.fault()).first("x-amzn-ErrorType"))
        .contains("ValidationException");
  }

  @Test
  void wholeAnswerIsThatOfMessagesWithItsFiguresInHeaders() {
    assertThat(JsonObject.parse(text(server.reply(HEAD, REPLY))))
        .isEqualTo(
            JsonObject.parse(
                """
                {"id":"msg_bdrk_01","type":"message","role":"assistant",
                 "model":"us.anthropic.claude-haiku-4-5-20251001-v1:0",
                 "content":[{"type":"text","text":"Let me see."},
                   {"type":"tool_use","id":"toolu_bdrk_01","name":"top_song",
                    "input":{"sign":"WZPZ"}}],
                 "stop_reason":"tool_use","stop_sequence":null,"stop_details":null,"container":null,
                 "usage":{"input_tokens":12,"output_tokens":9,"cache_creation_input_tokens":0,
                   "cache_read_input_tokens":3}}\
                """));
    List<String> headers = new ArrayList<>();
    server
        .replyHeaders(USAGE, Duration.ofMillis(340))
        .forEach((name, value) -> headers.add(name + ": " + value));
    assertThat(headers)
        .containsExactly(
            "Content-Type: application/json",
            "X-Amzn-Bedrock-Input-Token-Count: 12",
            "X-Amzn-Bedrock-Output-Token-Count: 9",
            "X-Amzn-Bedrock-Cache-Read-Input-Token-Count: 3",
            "X-Amzn-Bedrock-Cache-Write-Input-Token-Count: 0",
            "X-Amzn-Bedrock-Invocation-Latency: 340");
  }

  @Test
  void everyFrameHoldsOneEventAndTheLastOneTheFigures() {
    InvokeStreamEncoder encoder = encoder(Padding.none());

    List<String> frames =
        REPLY.events().stream().flatMap(e -> Frames.told(encoder.event(e))).toList();

    assertThat(frames)
        .containsExactly(
            """
            {"type":"message_start","message":{"id":"msg_bdrk_01","type":"message",\
            "role":"assistant","model":"us.anthropic.claude-haiku-4-5-20251001-v1:0","content":[],\
            "stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":12,"output_tokens":0,\
            "cache_creation_input_tokens":0,"cache_read_input_tokens":3}}}\
            """,
            """
            {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}\
            """,
            """
            {"type":"content_block_delta","index":0,"delta":{"type":"text_delta",\
            "text":"Let me see."}}\
            """,
            """
            {"type":"content_block_stop","index":0}\
            """,
            """
            {"type":"content_block_start","index":1,"content_block":{"type":"tool_use",\
            "id":"toolu_bdrk_01","name":"top_song","input":{}}}\
            """,
            """
            {"type":"content_block_delta","index":1,"delta":{"type":"input_json_delta",\
            "partial_json":"{\\"sign\\":\\"WZPZ\\"}"}}\
            """,
            """
            {"type":"content_block_stop","index":1}\
            """,
            """
            {"type":"message_delta","delta":{"stop_reason":"tool_use","stop_sequence":null,\
            "stop_details":null,"container":null},"usage":{"input_tokens":12,"output_tokens":9,\
            "cache_creation_input_tokens":0,"cache_read_input_tokens":3}}\
            """,
            """
            {"type":"message_stop","amazon-bedrock-invocationMetrics":{"inputTokenCount":12,\
            "outputTokenCount":9,"invocationLatency":340,"firstByteLatency":50,\
            "cacheReadInputTokenCount":3,"cacheWriteInputTokenCount":0}}\
            """);
  }

  @Test
  void framesArePaddedAsOnBedrocksOtherStreams() {
    byte[] frame =
        encoder(Padding.random(new SplittableRandom(7))).event(new StreamEvent.ContentBlockStop(0));

    assertThat(Frames.payload(frame))
        .matches("\\{\"bytes\":\"[A-Za-z0-9+/=]+\",\"p\":\"abc[a-zA-Z0-9]*\"}");
  }

  @Test
  void signOfLifeTakesNoBytes() {
    assertThat(encoder(Padding.none()).event(new StreamEvent.Ping())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "THROTTLED, rate_limit_error, throttlingException",
    "TIMEOUT, timeout_error, modelTimeoutException",
    "MODEL_ERROR, boom, modelStreamErrorException",
    "NOT_READY, overloaded_error, serviceUnavailableException",
    "INTERNAL, api_error, internalServerException",
    "TIMEOUT, ModelTimeoutException, modelTimeoutException",
  })
  void failureInAStreamHasBedrocksName(ErrorKind kind, String type, String name) {
    Fault fault = server.fault(new Fault(kind, 500, type, "no", "", true, Duration.ZERO));

    byte[] frame = encoder(Padding.none()).exception(fault);

    assertThat(Frames.kind(frame)).isEqualTo(name);
    assertThat(Frames.payload(frame)).isEqualTo("{\"message\":\"no\"}");
  }

  private InvokeStreamEncoder encoder(Padding padding) {
    return server.encoder(HEAD, Duration.ofMillis(50), padding);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
