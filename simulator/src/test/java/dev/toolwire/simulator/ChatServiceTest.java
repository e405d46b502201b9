package dev.toolwire.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.json.JsonObject;
import dev.toolwire.wire.Headers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Chat as its clients see it: paths, headers, keys, ends of streams.
class ChatServiceTest {

  private static final String HELLO =
      """
      {"model":"%s","messages":[{"role":"user","content":"hello"}]}\
      """;
  private static final String SONG =
      """
      {"model":"%s",%s"messages":[{"role":"user","content":"Top song on WZPZ?"}],
       "tools":[{"type":"function","function":{"name":"top_song","parameters":{"type":"object",
        "properties":{"sign":{"type":"string"}}}}}]}\
      """;
  private static final InstantSource NOON =
      InstantSource.fixed(Instant.parse("2026-11-20T12:00:20Z"));

  @ParameterizedTest
  @ValueSource(strings = {"/v1/chat/completions", "/openai/v1/chat/completions"})
  void aChatIsAnsweredAtEachOfItsPaths(String path) {
    Seen seen = post(Simulator.builder().clock(NOON), path, HELLO.formatted("gpt-9"));

    assertThat(seen.status()).isEqualTo(200);
    assertThat(seen.header("Content-Type")).isEqualTo("application/json");
    assertThat(seen.at("/object")).isEqualTo("chat.completion");
    assertThat(seen.at("/id")).matches("chatcmpl-[a-zA-Z0-9]{29}");
    assertThat(seen.at("/created")).isEqualTo("1795176020");
    assertThat(seen.at("/choices/0/message/content")).contains("no script for the model gpt-9");
    assertThat(seen.at("/choices/0/finish_reason")).isEqualTo("stop");
  }

  @Test
  void aCallHasNoContentAndItsArgumentsAreText() {
    Seen seen = post(Simulator.builder(), "/v1/chat/completions", SONG.formatted("gpt-4o", ""));

    assertThat(seen.body()).contains("\"content\":null");
    assertThat(seen.at("/choices/0/finish_reason")).isEqualTo("tool_calls");
    assertThat(seen.at("/choices/0/message/tool_calls/0/id")).matches("call_[a-zA-Z0-9]{24}");
    assertThat(seen.at("/choices/0/message/tool_calls/0/function/arguments"))
        .isEqualTo("{\"sign\":\"WZPZ\"}");
  }

  @Test
  void aStreamEndsWithItsUsageIfAskedAndThenWithDone() {
    String plain = SONG.formatted("gpt-4o", "\"stream\":true,");
    String counted =
        SONG.formatted("gpt-4o", "\"stream\":true,\"stream_options\":{\"include_usage\":true},");

    String without = post(Simulator.builder(), "/v1/chat/completions", plain).body();
    String with = post(Simulator.builder(), "/v1/chat/completions", counted).body();

    assertThat(without).endsWith("data: [DONE]\n\n").doesNotContain("usage");
    assertThat(with).endsWith("data: [DONE]\n\n").contains("\"choices\":[],\"usage\":{");
  }

  @Test
  void severalChoicesSayTheSameUnderIdsOfTheirOwn() {
    Seen one = post(Simulator.builder(), "/v1/chat/completions", SONG.formatted("gpt-4o", ""));

    Seen two =
        post(Simulator.builder(), "/v1/chat/completions", SONG.formatted("gpt-4o", "\"n\":2,"));

    String call = "/message/tool_calls/0";
    assertThat(two.at("/choices/0/index") + two.at("/choices/1/index")).isEqualTo("01");
    assertThat(two.at("/choices/1" + call + "/function/arguments"))
        .isEqualTo("{\"sign\":\"WZPZ\"}");
    assertThat(two.at("/choices/1" + call + "/id"))
        .matches("call_[a-zA-Z0-9]{24}")
        .isNotEqualTo(two.at("/choices/0" + call + "/id"));
    assertThat(two.at("/choices/1/finish_reason")).isEqualTo("tool_calls");
    assertThat(two.at("/choices/2")).isEqualTo("-");
    assertThat(two.number("/usage/completion_tokens"))
        .isEqualTo(2 * one.number("/usage/completion_tokens"));
  }

  @Test
  void choicesOfAStreamTakeTurnsUpToOneDone() {
    String asked = "\"n\":2,\"stream\":true,\"stream_options\":{\"include_usage\":true},";

    String stream =
        post(Simulator.builder(), "/v1/chat/completions", SONG.formatted("gpt-4o", asked)).body();

    List<JsonNode> chunks =
        stream
            .lines()
            .filter(line -> line.startsWith("data: {"))
            .map(line -> (JsonNode) JsonObject.parse(line.substring("data: ".length())).toNode())
            .toList();
    assertThat(chunks.subList(0, chunks.size() - 1))
        .extracting(chunk -> chunk.at("/choices/0/index").asInt())
        .startsWith(0, 1, 0, 1)
        .endsWith(0, 1);
    assertThat(chunks)
        .extracting(chunk -> chunk.at("/choices/0/delta/tool_calls/0/id").asString(""))
        .filteredOn(id -> !id.isEmpty())
        .hasSize(2)
        .doesNotHaveDuplicates();
    assertThat(chunks.getLast().at("/choices").size()).isZero();
    assertThat(stream).containsOnlyOnce("[DONE]").endsWith("data: [DONE]\n\n");
  }

  /// An oddity strikes the calls of each choice for itself.
  @Test
  void wholeCallsOfSeveralChoicesStayApart() {
    String asked = SONG.formatted("gpt-4o--fault-whole-calls", "\"n\":2,\"stream\":true,");

    String stream = post(Simulator.builder(), "/v1/chat/completions", asked).body();

    assertThat(stream.lines().filter(line -> line.contains("\"arguments\"")))
        .hasSize(2)
        .allMatch(line -> line.contains("\"arguments\":\"{\\\"sign\\\":\\\"WZPZ\\\"}\""));
  }

  @Test
  void commentsFillSilencesWhereTheyAreWanted() {
    Simulator.Builder slow =
        Simulator.builder()
            .pace(Pace.parse("0, 40s, tool_input buffered"))
            .comments(Duration.ofSeconds(15));
    String body = SONG.formatted("gpt-4o", "\"stream\":true,");

    assertThat(post(slow, "/v1/chat/completions", body).body()).contains(": keep-alive\n\n");
    assertThat(post(Simulator.builder(), "/v1/chat/completions", body).body())
        .doesNotContain("keep-alive");
  }

  @Test
  void headersSayTheRequestAndTheRateLimits() {
    Seen seen = post(Simulator.builder().clock(NOON), "/v1/chat/completions", HELLO.formatted("m"));

    assertThat(seen.header("x-request-id")).matches("req_[0-9a-f]{32}");
    assertThat(seen.header("x-ratelimit-limit-requests")).isEqualTo("1000");
    assertThat(seen.header("x-ratelimit-remaining-requests")).isEqualTo("999");
    assertThat(seen.header("x-ratelimit-reset-tokens")).isEqualTo("40s");
  }

  @ParameterizedTest
  @CsvSource({
    "throttling, 429, requests, rate_limit_exceeded",
    "insufficient-quota, 429, insufficient_quota, insufficient_quota",
    "overloaded, 503, service_unavailable_error, server_is_overloaded",
    "not-found, 404, invalid_request_error, model_not_found",
    "internal, 500, server_error, -"
  })
  void errorsAreCalledAsThisWireCallsThem(String fault, int status, String type, String code) {
    Seen seen =
        post(Simulator.builder(), "/v1/chat/completions", HELLO.formatted("m--fault-" + fault));

    assertThat(seen.status()).isEqualTo(status);
    assertThat(seen.at("/error/type")).isEqualTo(type);
    assertThat(seen.body())
        .contains(code.equals("-") ? "\"code\":null" : "\"code\":\"" + code + "\"");
  }

  @Test
  void anErrorMayAskToWaitInMillisecondsAndSeconds() {
    Seen seen =
        post(
            Simulator.builder().faults(FaultRule.parse("status 429 retry after 1500ms")),
            "/v1/chat/completions",
            HELLO.formatted("m"));

    assertThat(seen.header("retry-after-ms")).isEqualTo("1500");
    assertThat(seen.header("retry-after")).isEqualTo("2");
  }

  @Test
  void modelsAreListed() {
    Simulator simulator = Simulator.withBuiltInScripts();

    assertThat(Seen.get(simulator, "/v1/models", Headers.NONE).at("/data/0/id"))
        .isEqualTo(Simulator.DEFAULT_MODEL);
    assertThat(Seen.get(simulator, "/openai/v1/models/gpt-4o-mini", Headers.NONE).at("/id"))
        .isEqualTo("gpt-4o-mini");
    assertThat(Seen.get(simulator, "/v1/models/nobody", Headers.NONE).at("/error/code"))
        .isEqualTo("model_not_found");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Authorization | Bearer good | 200 | -
          Authorization | Bearer bad  | 401 | Incorrect API key provided.
          x-api-key     | good        | 401 | You didn't provide an API key.
          """)
  void aKeyIsABearer(String header, String value, int status, String message) {
    Seen seen =
        Seen.post(
            Simulator.builder().bearerKey("good").build(),
            "/v1/chat/completions",
            Headers.of(header, value),
            HELLO.formatted("m"));

    assertThat(seen.status()).isEqualTo(status);
    assertThat(seen.at("/error/message")).startsWith(message);
  }

  private static Seen post(Simulator.Builder builder, String path, String body) {
    return Seen.post(builder.build(), path, Headers.NONE, body);
  }
}
