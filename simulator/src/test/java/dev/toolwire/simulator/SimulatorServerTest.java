package dev.toolwire.simulator;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.model.ModelRequest;
import dev.toolwire.simulator.RawHttp.Response;
import io.helidon.service.registry.GlobalServiceRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorServerTest {

  private static final String MODEL = "/model/toolwire.scripted-v1%3A0";
  private static final String HELLO =
      "{\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\"hello\"}]}]}";
  private static final String SLOW =
      """
      model: test.slow
      pace: { first: 100ms, every: 100ms, delta: 4 }
      turns:
        - when: { user: hello }
          say: 123412341234
      """;

  private static Simulator simulator = Simulator.withBuiltInScripts();
  private static SimulatorServer server;

  @BeforeAll
  static void start() {
    List<Script> scripts = new ArrayList<>(Script.read("slow", SLOW));
    scripts.addAll(Script.builtIn());
    simulator = Simulator.builder().scripts(scripts).build();
    server = SimulatorServer.start(simulator, 0);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void helidonsRegistryOfTheProcessIsLeftToTheApplication() throws IOException {
    try (RawHttp http = new RawHttp(server.port())) {
      http.post(MODEL + "/converse", HELLO);

      assertThat(GlobalServiceRegistry.configured()).isFalse();
    }
  }

  @Test
  void converseIsAnsweredInOnePiece() throws IOException {
    try (RawHttp http = new RawHttp(server.port())) {
      Response response = http.post(MODEL + "/converse", HELLO);

      assertThat(response.status()).isEqualTo(200);
      assertThat(response.headers())
          .containsEntry("content-type", "application/json")
          .containsKeys("x-amzn-requestid", "content-length");
      assertThat(response.text()).contains("\"stopReason\":\"end_turn\"");
    }
  }

  @Test
  void converseStreamIsSentInTheSameBytesAsInMemory() throws IOException {
    ModelRequest request = Caller.question(Simulator.DEFAULT_MODEL, "hello");
    String body = new String(TestWire.CONVERSE.request(request).body(), StandardCharsets.UTF_8);
    byte[] inMemory = Caller.bytes(Caller.of(Simulator.withBuiltInScripts()).open(request));

    try (SimulatorServer fresh = SimulatorServer.start(Simulator.withBuiltInScripts(), 0);
        RawHttp http = new RawHttp(fresh.port())) {
      Response response = http.post(MODEL + "/converse-stream", body);

      assertThat(response.headers())
          .containsEntry("content-type", "application/vnd.amazon.eventstream")
          .containsEntry("transfer-encoding", "chunked");
      assertThat(response.complete()).isTrue();
      assertThat(response.body()).isEqualTo(inMemory);
    }
  }

  @Test
  void aPacedStreamIsNotSentBeforeItIsDue() throws IOException {
    try (RawHttp http = new RawHttp(server.port())) {
      long start = System.nanoTime();
      http.send("POST", "/model/test.slow/converse-stream", HELLO);
      while (!http.line().isEmpty()) {
        // the head
      }

      List<Long> millis = new ArrayList<>();
      for (byte[] chunk = http.chunk(); chunk != null && chunk.length > 0; chunk = http.chunk()) {
        millis.add(Duration.ofNanos(System.nanoTime() - start).toMillis());
      }

      assertThat(millis).hasSizeGreaterThan(1);
      assertThat(millis.getFirst()).isGreaterThanOrEqualTo(100);
      assertThat(millis.getLast()).isGreaterThanOrEqualTo(400);
    }
  }

  @Test
  void aListenerIsToldOfAllThatIsSentAndWhen() throws IOException {
    Simulator slow = Simulator.builder().scripts(Script.read("slow", SLOW)).build();
    List<Long> times = Collections.synchronizedList(new ArrayList<>());
    AtomicInteger sent = new AtomicInteger();
    SendListener listener =
        (bytes, nanos) -> {
          sent.addAndGet(bytes);
          times.add(nanos);
        };
    long start = System.nanoTime();

    try (SimulatorServer server = SimulatorServer.start(slow, 0, listener);
        RawHttp http = new RawHttp(server.port())) {
      Response response = http.post("/model/test.slow/converse-stream", HELLO);

      assertThat(sent).hasValue(response.body().length);
      assertThat(times).isSorted();
      assertThat(times.getFirst()).isGreaterThanOrEqualTo(start + MILLISECONDS.toNanos(100));
      assertThat(times.getLast()).isBetween(start + MILLISECONDS.toNanos(400), System.nanoTime());
    }
  }

  @Test
  void aConnectionIsUsedAgain() throws IOException {
    try (RawHttp http = new RawHttp(server.port())) {
      assertThat(http.post(MODEL + "/converse", HELLO).status()).isEqualTo(200);
      assertThat(http.post(MODEL + "/converse-stream", HELLO).status()).isEqualTo(200);
      assertThat(http.post(MODEL + "/converse", HELLO).status()).isEqualTo(200);
    }
  }

  @Test
  void aConnectionIsClosedIfTheClientAsksForIt() throws IOException {
    try (RawHttp http = new RawHttp(server.port())) {
      Response response = http.post(MODEL + "/converse-stream", HELLO, "Connection", "close");

      assertThat(response.complete()).isTrue();
      assertThat(http.in().read()).isEqualTo(-1);
    }
  }

  @Test
  void anArnKeepsItsSlash() throws IOException {
    String arn = "arn%3Aaws%3Abedrock%3Aus-east-1%3A123456789012%3Ainference-profile%2Ftest.slow";
    try (RawHttp http = new RawHttp(server.port())) {
      Response response = http.post("/model/" + arn + "/converse", HELLO);

      assertThat(response.status()).isEqualTo(200);
      assertThat(response.text()).contains("123412341234");
    }
  }

  @Test
  void anUnknownOperationIsATypedError() throws IOException {
    try (RawHttp http = new RawHttp(server.port())) {
      Response response = http.post("/model/x/apply", "{}");

      assertThat(response.status()).isEqualTo(404);
      assertThat(response.headers())
          .containsEntry("x-amzn-errortype", "UnknownOperationException")
          .containsKey("x-amzn-requestid");
      assertThat(response.text()).startsWith("{\"message\":");
    }
  }

  @Test
  void whoIsLostIsToldInTheFormOfTheNearestWire() throws IOException {
    try (RawHttp http = new RawHttp(server.port())) {
      assertThat(lost(http, "POST", "/v1/embeddings", "x", "y"))
          .startsWith(
              "{\"error\":{\"message\":\"The simulator has no POST /v1/embeddings; it knows ")
          .contains("\"code\":\"unknown_url\"");
      assertThat(lost(http, "GET", "/openai/v1/chat/completions", "x", "y"))
          .contains("\"code\":\"unknown_url\"");
      assertThat(lost(http, "GET", "/v1/messages", "x", "y"))
          .startsWith("{\"type\":\"error\",\"error\":{\"type\":\"not_found_error\",");
      assertThat(lost(http, "POST", "/v1/complete", "anthropic-version", "2023-06-01"))
          .contains("\"type\":\"not_found_error\"");
      assertThat(lost(http, "PUT", "/model/x/converse", "x", "y"))
          .startsWith("{\"message\":\"The simulator has no PUT /model/x/converse; ");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/v1/messages | {\"type\":\"error\",\"error\":{\"type\":\"request_too_large\"",
        "/v1/chat/completions | {\"error\":{\"message\":\"The body has more than 33554432 bytes\"",
        MODEL + "/converse | {\"message\":\"The body has more than 33554432 bytes\"}"
      })
  void aBodyThatIsTooLargeIsRefusedInTheFormOfTheWire(String path, String words)
      throws IOException {
    try (RawHttp http = new RawHttp(server.port())) {
      http.promise("POST", path, SimulatorServer.LARGEST_BODY + 1);

      Response response = http.response();
      assertThat(response.status()).isEqualTo(413);
      assertThat(response.text()).startsWith(words);
      assertThat(http.in().read()).isEqualTo(-1);
    }
  }

  @Test
  void whatIsNoHttpIsRefusedWithWords() throws IOException {
    try (RawHttp http = new RawHttp(server.port())) {
      http.send("POST", "/model/%zz/converse", HELLO);

      Response response = http.response();
      assertThat(response.status()).isEqualTo(400);
      assertThat(response.headers()).containsEntry("x-amzn-errortype", "BadRequestException");
      assertThat(response.text()).contains("This is no HTTP request that can be read");
    }
  }

  private static String lost(RawHttp http, String method, String path, String... headers)
      throws IOException {
    http.send(method, path, "{}", headers);
    Response response = http.response();
    assertThat(response.status()).isEqualTo(404);
    return response.text();
  }

  @ParameterizedTest
  @ValueSource(strings = {MODEL + "/converse", "/v1/messages", "/v1/chat/completions"})
  void aNumberBeyondAllRangesIsRefused(String path) throws IOException {
    try (RawHttp http = new RawHttp(server.port())) {
      Response response =
          http.post(path, "{\"a\":1e99999999999}", "anthropic-version", "2023-06-01");

      assertThat(response.status()).isEqualTo(400);
      assertThat(response.text()).contains("the number 1e99999999999 is out of range");
    }
  }

  @Test
  void healthIsToldAndTokensAreEstimated() throws IOException {
    try (RawHttp http = new RawHttp(server.port())) {
      http.send("GET", "/health", "");
      assertThat(http.response().text()).contains("\"status\":\"ok\"");

      Response counted = http.post(MODEL + "/count-tokens", "{\"input\":{\"converse\":{}}}");
      assertThat(counted.text()).isEqualTo("{\"inputTokens\":7}");
    }
  }

  @Test
  void aCutAnswerEndsWithoutItsLastChunk() throws IOException {
    try (RawHttp http = new RawHttp(server.port())) {
      Response response =
          http.post(MODEL + "/converse-stream", HELLO, "x-toolwire-fault", "cut after 200 bytes");

      assertThat(response.status()).isEqualTo(200);
      assertThat(response.body()).hasSize(200);
      assertThat(response.complete()).isFalse();
    }
  }

  @Test
  void aDroppedConnectionSendsNothing() throws IOException {
    try (RawHttp http = new RawHttp(server.port())) {
      http.send("POST", MODEL + "/converse", HELLO, "x-toolwire-fault", "drop");

      assertThat(http.line()).isEmpty();
    }
  }

  @Test
  void closingTheServerBreaksWhatIsStillOpen() throws IOException {
    SimulatorServer closing = SimulatorServer.start(Simulator.withBuiltInScripts(), 0);
    try (RawHttp http = new RawHttp(closing.port())) {
      http.send(
          "POST", MODEL + "/converse-stream", HELLO, "x-toolwire-fault", "stall forever in text");
      while (!http.line().isEmpty()) {
        // the head
      }
      assertThat(http.chunk()).isNotEmpty();

      closing.close();

      assertThat(http.in().readAllBytes())
          .asString(StandardCharsets.UTF_8)
          .doesNotContain("\r\n0\r\n");
    }
  }
}
