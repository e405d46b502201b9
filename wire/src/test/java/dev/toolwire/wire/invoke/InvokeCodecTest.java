package dev.toolwire.wire.invoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.ToolName;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.Arrival;
import dev.toolwire.model.ErrorKind;
import dev.toolwire.model.InferenceConfig;
import dev.toolwire.model.MalformedWireException;
import dev.toolwire.model.ModelCatalogue;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ProviderException;
import dev.toolwire.model.Reply;
import dev.toolwire.model.Route;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.model.ToolSpec;
import dev.toolwire.model.TruncatedStreamException;
import dev.toolwire.wire.Chunk;
import dev.toolwire.wire.Headers;
import dev.toolwire.wire.StreamDecoder;
import dev.toolwire.wire.WireRequest;
import dev.toolwire.wire.eventstream.EventStreamEncoder;
import dev.toolwire.wire.eventstream.EventStreamMessage;
import dev.toolwire.wire.eventstream.MessageKind;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class InvokeCodecTest {

  private static final ModelId CLAUDE = new ModelId("us.anthropic.claude-haiku-4-5-20251001-v1:0");
  private static final ModelRequest HELLO =
      ModelRequest.to(CLAUDE, Conversation.startingWith("Hi"))
          .withInference(InferenceConfig.DEFAULTS.withMaxTokens(100));

  private static final String STREAM =
      """
      {"type":"message_start","message":{"id":"msg_bdrk_01","type":"message","role":"assistant","model":"claude","content":[],"stop_reason":null,"usage":{"input_tokens":12,"output_tokens":1}}}
      {"type":"content_block_start","index":0,"content_block":{"type":"tool_use","id":"toolu_bdrk_01","name":"top_song","input":{}}}
      {"type":"content_block_delta","index":0,"delta":{"type":"input_json_delta","partial_json":""}}
      {"type":"content_block_delta","index":0,"delta":{"type":"input_json_delta","partial_json":"{\\"sign\\":\\"WZPZ\\"}"}}
      {"type":"content_block_stop","index":0}
      {"type":"message_delta","delta":{"stop_reason":"tool_use","stop_sequence":null},"usage":{"output_tokens":9}}
      {"type":"message_stop","amazon-bedrock-invocationMetrics":{"inputTokenCount":12,"outputTokenCount":9}}
      """;

  private static final String WHOLE =
      """
      {"id":"msg_bdrk_01","type":"message","role":"assistant","model":"claude","content":[\
      {"type":"tool_use","id":"toolu_bdrk_01","name":"top_song","input":{"sign":"WZPZ"}}],\
      "stop_reason":"tool_use","stop_sequence":null,"usage":{"input_tokens":12,"output_tokens":9}}\
      """;

  private final InvokeCodec codec = new InvokeCodec();

  @Test
  void modelIsInThePathAndTheVersionInTheBody() {
    WireRequest request = request(HELLO.withStreaming(false));

    assertThat(request.uri().getRawPath())
        .isEqualTo("/model/us.anthropic.claude-haiku-4-5-20251001-v1%3A0/invoke");
    assertThat(JsonObject.parse(new String(request.body(), StandardCharsets.UTF_8)).names())
        .contains("anthropic_version", "max_tokens", "messages")
        .doesNotContain("model", "stream");
    assertThat(request.headers().first("anthropic-version")).isEmpty();
  }

  @Test
  void streamHasAnOperationOfItsOwn() {
    assertThat(request(HELLO).uri().getRawPath()).endsWith("/invoke-with-response-stream");
  }

  @Test
  void eagerInputIsTheBetaOfTheWholeRequest() {
    ToolSpec eager =
        new ToolSpec(new ToolName("save"), "", JsonObject.of("type", "object"), false, true);

    String body =
        new String(request(HELLO.withTools(List.of(eager))).body(), StandardCharsets.UTF_8);

    assertThat(body)
        .contains("\"anthropic_beta\":[\"fine-grained-tool-streaming-2025-05-14\"]")
        .doesNotContain("eager_input_streaming");
  }

  @Test
  void streamSaysTheSameAsTheWholeAnswer() {
    byte[] stream = frames(STREAM);
    List<StreamEvent> whole = decode(stream, stream.length);
    byte[] trailed = Arrays.copyOf(stream, stream.length + 7);

    assertThat(decode(stream, 1)).isEqualTo(whole);
    assertThat(decode(trailed, trailed.length)).isEqualTo(whole);
    Reply streamed = Reply.of(whole);
    Reply unary = codec.reply(WHOLE.getBytes(StandardCharsets.UTF_8));
    assertThat(streamed.content()).isEqualTo(unary.content());
    assertThat(streamed.stopReason()).isEqualTo(unary.stopReason());
    assertThat(streamed.usage()).isEqualTo(unary.usage());
  }

  @Test
  void exceptionInTheStreamIsBedrocks() {
    byte[] stream =
        EventStreamEncoder.encode(
            EventStreamMessage.of(
                new MessageKind.ModeledException("throttlingException"),
                "{\"message\":\"slow down\"}".getBytes(StandardCharsets.UTF_8)));

    assertThatThrownBy(() -> decode(stream, stream.length))
        .isInstanceOfSatisfying(
            ProviderException.class,
            refused -> assertThat(refused.kind()).isEqualTo(ErrorKind.THROTTLED));
  }

  @Test
  void errorIsBedrocks() {
    ProviderException refused =
        codec.error(
            429,
            Headers.of("x-amzn-ErrorType", "ThrottlingException"),
            "{\"message\":\"slow down\"}".getBytes(StandardCharsets.UTF_8));

    assertThat(refused).hasMessage("ThrottlingException (HTTP 429): slow down");
  }

  @Test
  void streamThatEndsTooSoonIsTruncated() {
    byte[] stream = frames(STREAM.lines().limit(4).reduce("", (all, line) -> all + line + "\n"));

    assertThatThrownBy(() -> decode(stream, stream.length))
        .isInstanceOf(TruncatedStreamException.class)
        .hasMessageContaining("before message_stop");
    byte[] cut = Arrays.copyOf(stream, stream.length - 5);
    assertThatThrownBy(() -> decode(cut, cut.length)).isInstanceOf(TruncatedStreamException.class);
  }

  @Test
  void chunkThatIsNoBase64IsMalformed() {
    byte[] stream = frame("{\"bytes\":\"###\"}");

    assertThatThrownBy(() -> decode(stream, stream.length))
        .isInstanceOf(MalformedWireException.class)
        .hasMessage("the bytes of the chunk are not base64");
  }

  private WireRequest request(ModelRequest request) {
    return codec
        .request(
            URI.create("http://127.0.0.1:8080"),
            request,
            ModelCatalogue.builtIn().profile(CLAUDE, Route.INVOKE))
        .request();
  }

  private static byte[] frames(String events) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (String event : events.lines().toList()) {
      String base64 = Base64.getEncoder().encodeToString(event.getBytes(StandardCharsets.UTF_8));
      all.writeBytes(frame("{\"bytes\":\"" + base64 + "\",\"p\":\"abc\"}"));
    }
    return all.toByteArray();
  }

  private static byte[] frame(String payload) {
    return EventStreamEncoder.encode(
        EventStreamMessage.of(
            new MessageKind.Event("chunk"), payload.getBytes(StandardCharsets.UTF_8)));
  }

  private List<StreamEvent> decode(byte[] stream, int step) {
    StreamDecoder decoder = codec.stream();
    List<StreamEvent> events = new ArrayList<>();
    for (int at = 0; at < stream.length; at += step) {
      decoder.feed(new Chunk(stream, at, Math.min(step, stream.length - at), at));
      Arrival arrival = decoder.next();
      while (arrival instanceof Arrival.Event(StreamEvent event, _, _)) {
        events.add(event);
        arrival = decoder.next();
      }
    }
    decoder.end();
    return events;
  }
}
