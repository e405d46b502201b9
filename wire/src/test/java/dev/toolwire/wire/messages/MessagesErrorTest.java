package dev.toolwire.wire.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.toolwire.json.JsonObject;
import dev.toolwire.model.ErrorKind;
import dev.toolwire.model.ProviderException;
import dev.toolwire.model.ProviderException.Advice;
import dev.toolwire.model.ProviderException.Detail;
import dev.toolwire.model.ProviderException.Fault;
import dev.toolwire.model.Reply;
import dev.toolwire.model.TruncatedStreamException;
import dev.toolwire.wire.Headers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagesErrorTest {

  private final MessagesCodec client = new MessagesCodec(MessagesVersion.V2026_10_21);
  private final MessagesServerCodec server = new MessagesServerCodec();

  @ParameterizedTest
  @CsvSource({
    "400, invalid_request_error, VALIDATION, false",
    "401, authentication_error, ACCESS_DENIED, false",
    "402, billing_error, QUOTA, false",
    "403, permission_error, ACCESS_DENIED, false",
    "404, not_found_error, NOT_FOUND, false",
    "409, conflict_error, UNAVAILABLE, true",
    "413, request_too_large, VALIDATION, false",
    "413, invalid_request_error, VALIDATION, false",
    "429, rate_limit_error, THROTTLED, true",
    "500, api_error, INTERNAL, true",
    "503, brand_new_error, UNAVAILABLE, true",
    "504, timeout_error, TIMEOUT, false",
    "529, overloaded_error, NOT_READY, true",
  })
  void typeSaysWhatKindOfErrorItIs(int status, String type, ErrorKind kind, boolean retryable) {
    String body =
        "{\"type\":\"error\",\"error\":{\"type\":\"%s\",\"message\":\"no\"},\"request_id\":\"req_1\"}"
            .formatted(type);

    ProviderException error = client.error(status, Headers.NONE, bytes(body));

    assertThat(error.kind()).isEqualTo(kind);
    assertThat(error.isRetryable()).isEqualTo(retryable);
    assertThat(error).hasMessage(type + " (HTTP " + status + ", request req_1): no");
  }

  @ParameterizedTest
  @CsvSource({"enforced_spend_limit_reached", "contract_spend_limit_reached"})
  void spentLimitIsNoThrottling(String code) {
    String body =
        """
        {"type":"error","error":{"type":"rate_limit_error","message":"spent",
         "details":{"error_code":"%s"}}}
        """
            .formatted(code);

    ProviderException error = client.error(429, Headers.NONE, bytes(body));

    assertThat(error.kind()).isEqualTo(ErrorKind.QUOTA);
    assertThat(error.isRetryable()).isFalse();
    assertThat(error.fault().type()).isEqualTo("rate_limit_error");
    assertThat(error.fault().detail()).isEqualTo(new Detail(code, ""));
    assertThat(error).hasMessage(code + " (HTTP 429): spent");
    assertThat(client.error(429, Headers.NONE, server.error(error.fault())).fault())
        .isEqualTo(error.fault());
  }

  @Test
  void heldConversationIsRefusedWithTheCodeThatLetsClientsSendAllOfIt() {
    Headers headers =
        Headers.of(
            "anthropic-version", "2026-10-21", "anthropic-beta", "message-threads-2026-08-12");
    String request =
        """
        {"model":"m","max_tokens":9,"messages":[{"role":"user","content":"hi"}],
         "thread":{"type":"create"}}
        """;

    Fault refusal =
        assertThatExceptionOfType(ProviderException.class)
            .isThrownBy(() -> server.read(headers, bytes(request)))
            .actual()
            .fault();

    assertThat(new String(server.error(server.fault(refusal)), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"type\":\"error\",\"error\":{\"type\":\"invalid_request_error\",\"message\":\"thread:"
                + " conversations are not held here; send all messages without `thread`\","
                + "\"details\":{\"error_code\":\"thread_unsupported_request\"}}}");
    assertThat(refusal.status()).isEqualTo(400);
  }

  @Test
  void headersSayWhenAndWhetherToAskAgain() {
    Headers headers =
        Headers.of("request-id", "req_9", "retry-after", "7", "x-should-retry", "false");

    ProviderException error =
        client.error(
            529, headers, bytes("{\"error\":{\"type\":\"overloaded_error\",\"message\":\"x\"}}"));

    assertThat(error.retryAfter()).hasValue(Duration.ofSeconds(7));
    assertThat(error.fault().requestId()).isEqualTo("req_9");
    assertThat(error.isRetryable()).isFalse();
  }

  @Test
  void anyBodyWillDo() {
    assertThat(client.error(502, Headers.NONE, bytes("<html>\nBad Gateway</html>")))
        .hasMessage("unknown_error (HTTP 502): <html> Bad Gateway</html>");
    assertThat(client.error(500, Headers.NONE, new byte[0]))
        .hasMessage("unknown_error (HTTP 500): (no message)");
    assertThat(client.error(500, Headers.NONE, bytes("{\"error\":[1]}")).kind())
        .isEqualTo(ErrorKind.INTERNAL);
  }

  @Test
  void serverSaysAFaultOfAnyWireInItsOwnWords() {
    Fault throttled =
        new Fault(
            ErrorKind.THROTTLED,
            429,
            "ThrottlingException",
            "slow down",
            "req_3",
            false,
            Duration.ofMillis(1500),
            Advice.RETRY);

    Fault said = server.fault(throttled);
    Headers headers = server.errorHeaders(throttled);

    assertThat(JsonObject.parse(new String(server.error(throttled), StandardCharsets.UTF_8)))
        .isEqualTo(
            JsonObject.parse(
                """
                {"type":"error","error":{"type":"rate_limit_error","message":"slow down"},
                 "request_id":"req_3"}
                """));
    assertThat(headers.first("retry-after")).hasValue("2");
    assertThat(headers.first("x-should-retry")).hasValue("true");
    assertThat(client.error(said.status(), headers, server.error(throttled)).fault())
        .isEqualTo(
            new Fault(
                ErrorKind.THROTTLED,
                429,
                "rate_limit_error",
                "slow down",
                "req_3",
                false,
                Duration.ofSeconds(2),
                Advice.RETRY));
  }

  @Test
  void overloadIs529() {
    Fault notReady =
        new Fault(
            ErrorKind.NOT_READY,
            429,
            "ModelNotReadyException",
            "loading",
            "",
            false,
            Duration.ZERO);

    assertThat(server.fault(notReady).status()).isEqualTo(529);
    assertThat(server.fault(notReady).type()).isEqualTo("overloaded_error");
  }

  @Test
  void errorUnderTheStatusOfASuccessIsAnError() {
    String body =
        """
        {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"},
         "request_id":"req_5"}
        """;

    assertThatExceptionOfType(ProviderException.class)
        .isThrownBy(() -> client.reply(bytes(body)))
        .withMessage("overloaded_error (HTTP 529, request req_5): Overloaded");
    assertThatExceptionOfType(ProviderException.class)
        .isThrownBy(() -> Transcript.decode(bytes(body)))
        .withMessage("overloaded_error (HTTP 529, request req_5): Overloaded");
  }

  @Test
  void wholeAnswerInPlaceOfAStreamIsTheAnswer() {
    byte[] body =
        bytes(
            """
            {"id":"msg_01","type":"message","role":"assistant","model":"claude-haiku-4-5",
             "content":[{"type":"text","text":"Let me look."},
                        {"type":"tool_use","id":"toolu_1","name":"top_song","input":{"sign":"WZPZ"}}],
             "stop_reason":"tool_use","stop_sequence":null,
             "usage":{"input_tokens":10,"output_tokens":7}}
            """);

    assertThat(Reply.of(Transcript.events(body, 1))).isEqualTo(client.reply(body));
    assertThat(Reply.of(Transcript.events(body, body.length))).isEqualTo(client.reply(body));
  }

  @Test
  void objectThatIsCutIsTruncated() {
    assertThatExceptionOfType(TruncatedStreamException.class)
        .isThrownBy(() -> Transcript.decode(bytes("{\"type\":\"error\",")))
        .withMessageStartingWith("the answer is one object instead of a stream of events, and not");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
