package dev.toolwire.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.wire.Headers;
import dev.toolwire.wire.WireRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Messages as its clients see it: paths, headers, keys.
class MessagesServiceTest {

  private static final String HELLO =
      """
      {"model":"%s","max_tokens":100,"messages":[{"role":"user","content":"hello"}]}\
      """;
  private static final Headers VERSION = Headers.of("anthropic-version", "2023-06-01");
  private static final InstantSource NOON =
      InstantSource.fixed(Instant.parse("2026-11-20T12:00:20Z"));

  @ParameterizedTest
  @ValueSource(strings = {"/v1/messages", "/v1/messages?beta=true", "/anthropic/v1/messages"})
  void aMessageIsAnsweredAtEachOfItsPaths(String path) {
    Seen seen = post(Simulator.builder(), path, VERSION, HELLO.formatted("claude-x"));

    assertThat(seen.status()).isEqualTo(200);
    assertThat(seen.header("Content-Type")).isEqualTo("application/json");
    assertThat(seen.at("/id")).matches("msg_01[a-zA-Z0-9]{22}");
    assertThat(seen.at("/model")).isEqualTo("claude-x");
    assertThat(seen.at("/content/0/text")).contains("no script for the model claude-x");
  }

  @Test
  void aStreamKnowsItsOwnTokensOnlyWhenItEnds() {
    String stream = HELLO.formatted("m").replaceFirst("\\{", "{\"stream\":true,");
    List<String> tokens =
        post(Simulator.builder(), "/v1/messages", VERSION, stream)
            .body()
            .lines()
            .filter(line -> line.contains("\"output_tokens\""))
            .map(line -> line.replaceAll(".*\"output_tokens\":(\\d+).*", "$1"))
            .toList();

    assertThat(tokens).hasSize(2).startsWith("1");
    assertThat(Integer.parseInt(tokens.getLast())).isGreaterThan(1);
  }

  @Test
  void headersSayTheRequestAndTheRateLimits() {
    Seen seen =
        post(Simulator.builder().clock(NOON), "/v1/messages", VERSION, HELLO.formatted("m"));

    assertThat(seen.header("request-id")).matches("req_[0-9a-f]{32}");
    assertThat(seen.header("anthropic-ratelimit-requests-limit")).isEqualTo("1000");
    assertThat(seen.header("anthropic-ratelimit-requests-remaining")).isEqualTo("999");
    assertThat(seen.header("anthropic-ratelimit-tokens-remaining")).isEqualTo("399900");
    assertThat(seen.header("anthropic-ratelimit-tokens-reset")).isEqualTo("2026-11-20T12:01:00Z");
  }

  @Test
  void anErrorHasTheSameRequestIdInItsHeadAndBody() {
    Seen seen =
        post(Simulator.builder(), "/v1/messages", VERSION, HELLO.formatted("m--fault-overloaded"));

    assertThat(seen.status()).isEqualTo(529);
    assertThat(seen.at("/type")).isEqualTo("error");
    assertThat(seen.at("/error/type")).isEqualTo("overloaded_error");
    assertThat(seen.at("/error/message")).isEqualTo("Overloaded");
    assertThat(seen.at("/request_id")).isEqualTo(seen.header("request-id"));
  }

  @Test
  void anErrorMayAskToWaitInSeconds() {
    Seen seen =
        post(
            Simulator.builder().faults(FaultRule.parse("status 429 retry after 1500ms")),
            "/v1/messages",
            VERSION,
            HELLO.formatted("m"));

    assertThat(seen.at("/error/type")).isEqualTo("rate_limit_error");
    assertThat(seen.header("retry-after")).isEqualTo("2");
  }

  @Test
  void aRequestWithoutItsVersionIsRefused() {
    Seen seen = post(Simulator.builder(), "/v1/messages", Headers.NONE, HELLO.formatted("m"));

    assertThat(seen.status()).isEqualTo(400);
    assertThat(seen.at("/error/message")).isEqualTo("anthropic-version: header is required");
    assertThat(seen.at("/request_id")).startsWith("req_");
  }

  @Test
  void aBodyThatIsNoJsonIsRefused() {
    Seen seen = post(Simulator.builder(), "/v1/messages", VERSION, "{\"model\": \"m--run-2\",");

    assertThat(seen.status()).isEqualTo(400);
    assertThat(seen.at("/error/type")).isEqualTo("invalid_request_error");
  }

  @Test
  void tokensAreCounted() {
    String body = "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]}";
    Seen seen = post(Simulator.builder(), "/v1/messages/count_tokens", VERSION, body);

    assertThat(seen.body()).isEqualTo("{\"input_tokens\":" + Math.ceilDiv(body.length(), 4) + "}");
  }

  @Test
  void modelsAreListedForThoseWhoNameAVersion() {
    Seen list = get("/v1/models", VERSION);
    Seen one = get("/v1/models/claude-3-haiku-20240307", VERSION);
    Seen none = get("/anthropic/v1/models/nobody", Headers.NONE);

    assertThat(list.at("/data/0/id")).isEqualTo(Simulator.DEFAULT_MODEL);
    assertThat(list.at("/first_id")).isEqualTo(Simulator.DEFAULT_MODEL);
    assertThat(list.at("/data/0/type")).isEqualTo("model");
    assertThat(one.at("/id")).isEqualTo("claude-3-haiku-20240307");
    assertThat(none.status()).isEqualTo(404);
    assertThat(none.at("/error/type")).isEqualTo("not_found_error");
    assertThat(none.at("/error/message")).isEqualTo("model: nobody");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          x-api-key     | good        | 200 | -
          Authorization | Bearer good | 200 | -
          x-api-key     | bad         | 401 | invalid x-api-key
          Authorization | Bearer bad  | 401 | invalid x-api-key
          x-other       | good        | 401 | x-api-key header is required
          """)
  void aKeyIsLetInWhereverItIsShown(String header, String value, int status, String message) {
    Seen seen =
        post(
            Simulator.builder().bearerKey("good"),
            "/v1/messages",
            VERSION.and(header, value),
            HELLO.formatted("m"));

    assertThat(seen.status()).isEqualTo(status);
    assertThat(seen.at("/error/message")).isEqualTo(message);
    assertThat(seen.at("/error/type")).isIn("-", "authentication_error");
  }

  @Test
  void oneGoodKeyIsEnough() {
    Headers both = VERSION.and("x-api-key", "bad").and("Authorization", "Bearer good");

    assertThat(
            post(Simulator.builder().bearerKey("good"), "/v1/messages", both, HELLO.formatted("m"))
                .status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"bedrock-mantle, 200", "bedrock, 401"})
  void atTheMantleASignatureIsForItsOwnService(String service, int status) {
    String body = HELLO.formatted("m");
    Headers unsigned = VERSION.and("Host", "localhost").and("X-Amz-Date", "20261120T120000Z");
    WireRequest request =
        WireRequest.post(
            URI.create("http://localhost/anthropic/v1/messages"),
            unsigned,
            body.getBytes(StandardCharsets.UTF_8),
            false);
    Headers signed = unsigned.and("Authorization", authorization(request, service));

    Seen seen =
        post(
            Simulator.builder().credentials("TESTKEYID", "secret").clock(NOON),
            "/anthropic/v1/messages",
            signed,
            body);

    assertThat(seen.status()).isEqualTo(status);
  }

  private static String authorization(WireRequest request, String service) {
    String scope = "20261120/us-east-1/" + service + "/aws4_request";
    String canonical =
        CanonicalRequest.of(
            request, "host;x-amz-date", CanonicalRequest.payloadHash(request).orElseThrow());
    byte[] signature =
        CanonicalRequest.signature(
            "secret".getBytes(StandardCharsets.UTF_8),
            "20261120",
            "us-east-1",
            service,
            CanonicalRequest.stringToSign("20261120T120000Z", scope, canonical));
    return "AWS4-HMAC-SHA256 Credential=TESTKEYID/"
        + scope
        + ", SignedHeaders=host;x-amz-date, Signature="
        + HexFormat.of().formatHex(signature);
  }

  private static Seen post(Simulator.Builder builder, String path, Headers headers, String body) {
    return Seen.post(builder.build(), path, headers, body);
  }

  private static Seen get(String path, Headers headers) {
    return Seen.get(Simulator.withBuiltInScripts(), path, headers);
  }
}
