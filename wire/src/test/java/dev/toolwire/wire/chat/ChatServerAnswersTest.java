package dev.toolwire.wire.chat;

import static dev.toolwire.conversation.StopReason.Known.END_TURN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.Usage;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.ErrorKind;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ProviderException.Advice;
import dev.toolwire.model.ProviderException.Detail;
import dev.toolwire.model.ProviderException.Fault;
import dev.toolwire.model.Reply;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.wire.Headers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What the server's side of Chat writes while it streams, and when it refuses.
class ChatServerAnswersTest {

  private static final ChatHead HEAD =
      new ChatHead("chatcmpl-1", new ModelId("gpt-4o"), 1790000000, true, Optional.empty());

  /// What begins each chunk under this head, and what ends those before the last.
  private static final String CHUNK =
      "data: {\"id\":\"chatcmpl-1\",\"object\":\"chat.completion.chunk\",\"created\":1790000000,"
          + "\"model\":\"gpt-4o\",\"service_tier\":\"default\",\"system_fingerprint\":\"fp_toolwire\",";

  private static final String UNFINISHED =
      ",\"logprobs\":null,\"finish_reason\":null}],\"usage\":null}";

  private static final Usage TWO = new Usage(10, 2);

  private final ChatServerCodec server = new ChatServerCodec();

  @Test
  void streamIsWrittenAsTheServiceWritesIt() {
    ChatStreamEncoder encoder = server.encoder(HEAD);
    StringBuilder stream = new StringBuilder();
    Reply reply =
        new Reply(
            List.of(new Text("Look"), ToolUse.of("call_9", "f", JsonObject.of("a", 1))),
            StopReason.Known.TOOL_USE,
            new Usage(10, 7));

    for (StreamEvent event : reply.events()) {
      stream.append(new String(encoder.event(event), UTF_8));
    }

    assertThat(stream.toString().replace(CHUNK, "> ").replace(UNFINISHED, " <"))
        .isEqualTo(
            """
            > "choices":[{"index":0,"delta":{"role":"assistant","content":"","refusal":null} <

            > "choices":[{"index":0,"delta":{"content":"Look"} <

            > "choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"call_9","type":"function","function":{"name":"f","arguments":""}}]} <

            > "choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"{\\"a\\":1}"}}]} <

            > "choices":[{"index":0,"delta":{},"logprobs":null,"finish_reason":"tool_calls"}],"usage":null}

            > "choices":[],"usage":{"prompt_tokens":10,"completion_tokens":7,"total_tokens":17,"prompt_tokens_details":{"cached_tokens":0}}}

            data: [DONE]

            """);
  }

  @Test
  void choicesTakeTurnsAndEndTogether() {
    ChatStreamEncoder first = server.encoder(HEAD, 0);
    ChatStreamEncoder second = server.encoder(HEAD, 1);

    String stream =
        text(first.event(new StreamEvent.TextDelta(0, "Yes")))
            + text(second.event(new StreamEvent.TextDelta(0, "No")))
            + text(second.event(new StreamEvent.MessageStop(END_TURN, JsonObject.EMPTY)))
            + text(first.event(new StreamEvent.MessageStop(END_TURN, JsonObject.EMPTY)))
            + text(first.event(new StreamEvent.Metadata(TWO, Duration.ZERO, JsonObject.EMPTY)));

    assertThat(stream.replace(CHUNK, "> ").replace(UNFINISHED, " <"))
        .isEqualTo(
            """
            > "choices":[{"index":0,"delta":{"content":"Yes"} <

            > "choices":[{"index":1,"delta":{"content":"No"} <

            > "choices":[{"index":1,"delta":{},"logprobs":null,"finish_reason":"stop"}],"usage":null}

            > "choices":[{"index":0,"delta":{},"logprobs":null,"finish_reason":"stop"}],"usage":null}

            > "choices":[],"usage":{"prompt_tokens":10,"completion_tokens":2,"total_tokens":12,"prompt_tokens_details":{"cached_tokens":0}}}

            data: [DONE]

            """);
  }

  @Test
  void choicesOfAWholeAnswerHaveOneUsage() {
    Reply yes = new Reply(List.of(new Text("Yes")), END_TURN, new Usage(10, 1));
    Reply no = new Reply(List.of(new Text("No")), END_TURN, new Usage(10, 1));

    assertThat(text(server.reply(HEAD, List.of(yes, no), TWO)))
        .endsWith(
            """
            "choices":[{"index":0,"message":{"role":"assistant","content":"Yes","refusal":null,"annotations":[]},\
            "logprobs":null,"finish_reason":"stop"},\
            {"index":1,"message":{"role":"assistant","content":"No","refusal":null,"annotations":[]},\
            "logprobs":null,"finish_reason":"stop"}],\
            "usage":{"prompt_tokens":10,"completion_tokens":2,"total_tokens":12,\
            "prompt_tokens_details":{"cached_tokens":0}}}\
            """);
  }

  @Test
  void usageComesOnlyIfAskedAndObfuscationUnlessTurnedOff() {
    ModelRequest plain = streamed("");
    ModelRequest asked =
        streamed(",'stream_options':{'include_usage':true,'include_obfuscation':false}");

    assertThat(stream(plain)).contains("\"obfuscation\":\"").doesNotContain("\"usage\"");
    assertThat(stream(asked)).doesNotContain("obfuscation").contains("\"usage\":{");
  }

  @Test
  void faultsOfAnyWireAreSaidInThisOne() {
    assertError(ErrorKind.THROTTLED, 429, "requests", "\"rate_limit_exceeded\"");
    assertError(ErrorKind.QUOTA, 429, "insufficient_quota", "\"insufficient_quota\"");
    assertError(ErrorKind.NOT_READY, 503, "service_unavailable_error", "\"server_is_overloaded\"");
    assertError(ErrorKind.MODEL_ERROR, 500, "server_error", "null");
    assertError(ErrorKind.VALIDATION, 400, "invalid_request_error", "null");
  }

  @Test
  void errorSaysItsPlaceAndHowLongToWait() {
    Fault fault =
        new Fault(
            ErrorKind.VALIDATION,
            400,
            "invalid_request_error",
            "No.",
            "req_1",
            false,
            Duration.ofMillis(1500),
            Advice.GIVE_UP,
            new Detail("invalid_value", "a[0].b"));

    assertThat(new String(server.error(fault), UTF_8))
        .isEqualTo(
            "{\"error\":{\"message\":\"No.\",\"type\":\"invalid_request_error\",\"param\":\"a[0].b\","
                + "\"code\":\"invalid_value\"}}");
    Headers headers = server.errorHeaders(fault);
    assertThat(headers.first("retry-after-ms")).hasValue("1500");
    assertThat(headers.first("retry-after")).hasValue("2");
    assertThat(headers.first("x-request-id")).hasValue("req_1");
    assertThat(headers.first("x-should-retry")).hasValue("false");
    assertThat(new String(server.encoder(HEAD).exception(fault), UTF_8))
        .startsWith("data: {\"error\":{")
        .endsWith("}}\n\n");
  }

  private static String text(byte[] written) {
    return new String(written, UTF_8);
  }

  private void assertError(ErrorKind kind, int status, String type, String code) {
    Fault foreign = new Fault(kind, 400, "SomeException", "No.", "", false, Duration.ZERO);
    if (kind == ErrorKind.THROTTLED) {
      foreign = new Fault(kind, 429, "SomeException", "No.", "", false, Duration.ZERO);
    }
    assertThat(server.fault(foreign).status()).isEqualTo(status);
    assertThat(new String(server.error(foreign), UTF_8))
        .contains("\"type\":\"" + type + "\"")
        .contains("\"code\":" + code);
  }

  private String stream(ModelRequest request) {
    ChatStreamEncoder encoder =
        server.encoder(ChatHead.answering(request, "chatcmpl-1", 1, new Random(1)));
    StringBuilder stream = new StringBuilder();
    new Reply(List.of(new Text("Hi")), StopReason.Known.END_TURN, new Usage(1, 1))
        .events()
        .forEach(event -> stream.append(new String(encoder.event(event), UTF_8)));
    return stream.toString();
  }

  private ModelRequest streamed(String members) {
    String body =
        "{'model':'gpt-4o','messages':[{'role':'user','content':'hi'}],'stream':true"
            + members
            + "}";
    return server.read(Headers.NONE, body.replace('\'', '"').getBytes(UTF_8));
  }
}
