package dev.toolwire.lab.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.model.TransportException;
import dev.toolwire.wire.Chunk;
import dev.toolwire.wire.Exchange;
import dev.toolwire.wire.Headers;
import dev.toolwire.wire.Transport;
import dev.toolwire.wire.WireRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TapePlayerTest {

  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final String ASKED =
      """
      {"model":"m","temperature":1.0,"messages":[{"role":"user","content":"How many peppers did Peter pick?"}]}
      """;

  private static final Instant BEGAN = Instant.parse("2026-11-21T10:00:00Z");

  private final AtomicLong clock = new AtomicLong(1000);
  private final Deque<List<Exchange.Read>> answers = new ArrayDeque<>();
  private final Tap tap = Tap.recording("a run", BEGAN, clock::get);
  private final Transport recorded = tap.around(_ -> new Scripted(answers.remove(), clock));

  /// An answer whose parts are already there.
  private record Scripted(Deque<Exchange.Read> left, AtomicLong clock) implements Exchange {
    Scripted(List<Exchange.Read> reads, AtomicLong clock) {
      this(new ArrayDeque<>(reads), clock);
    }

    @Override
    public Read read(Duration patience) {
      clock.addAndGet(10);
      if (left.isEmpty()) {
        throw new TransportException("connection reset");
      }
      return left.remove();
    }

    @Override
    public void close() {}
  }

  @Test
  void equalRequestsAreAnsweredInOrderWhateverTheFormOfTheirBodiesAndHeaders() {
    ask(recorded, request(ASKED), ok("one"));
    ask(recorded, request(ASKED), ok("two"));
    Transport player = player().transport();

    WireRequest again =
        request(
                """
                {"messages":[{"content":"How many peppers did Peter pick?","role":"user"}],"temperature":1e0,"model":"m"}
                """)
            .withHeaders(Headers.of("x-api-key", "another", "Anthropic-Version", "2023-06-01"));

    assertThat(body(player.open(again))).isEqualTo("one");
    assertThat(body(player.open(again))).isEqualTo("two");
    assertThatThrownBy(() -> body(player.open(again)))
        .isInstanceOf(TransportException.class)
        .hasMessage(
            "the recording of a run has 2 requests, and one more was sent: POST /v1/messages");
  }

  @Test
  void aNearMissIsRefusedWithTheDifference() {
    ask(recorded, request("{\"model\":\"other\",\"messages\":[]}"), ok("other"));
    ask(recorded, request(ASKED), ok("one"));
    TapePlayer player = player();

    Exchange refused =
        player
            .transport()
            .open(
                request(
                        """
                        {"model":"m","temperature":1,"tools":[{"name":"count"}],"messages":[{"role":"user","content":"How many peppers did Paula pick?"}]}
                        """)
                    .withHeaders(Headers.of("anthropic-version", "2026-10-21")));

    assertThatThrownBy(() -> refused.read(PATIENCE))
        .isInstanceOf(TransportException.class)
        .hasMessage(
            """
            a request is not in the recording of a run; it differs from request 2 of 2 in
              header anthropic-version: recorded "2023-06-01", now "2026-10-21"
              /messages/0/content: recorded "…w many peppers did Peter pick?", now "…w many peppers did Paula pick?"
              /tools: recorded nothing, now [{"name":"count"}]\
            """);
    assertThat(player.refusal()).hasValueSatisfying(why -> assertThat(why).contains("/tools"));
  }

  @Test
  void moreDifferencesThanFitAreCounted() {
    ask(recorded, request("{\"list\":[1,2,3,4,5,6,7,8,9,10,11]}"), ok("one"));

    Exchange refused = player().transport().open(request("{\"list\":[]}"));

    assertThatThrownBy(() -> refused.read(PATIENCE))
        .hasMessageContaining("/list/9: recorded 10, now nothing\n  and 1 more")
        .hasMessageNotContaining("/list/10");
  }

  @Test
  void aRequestThatWasRepeatedIsPlayedAsItEnded() {
    answers.add(List.of(new Exchange.Head(429, Headers.NONE, 1010), Exchange.Read.END));
    answers.add(List.of());
    answers.add(ok("in the end"));
    body(recorded.open(request(ASKED)));
    assertThatThrownBy(() -> body(recorded.open(request(ASKED))))
        .isInstanceOf(TransportException.class);
    body(recorded.open(request(ASKED)));
    TapePlayer player = player();
    Tap played = Tap.timing(player.ticker());

    String body = body(played.around(player.transport()).open(request(ASKED)));

    assertThat(body).isEqualTo("in the end");
    assertThat(played.asked()).isEqualTo(tap.asked()).isZero();
    assertThat(played.nanos()).isEqualTo(tap.nanos());
  }

  @Test
  void aBodyIsTakenDownUpToItsLimitAndOneThatIsLongerBreaksOffThere() {
    Tap small = Tap.recording("a run", BEGAN, clock::get, 8);
    Transport limited = small.around(_ -> new Scripted(answers.remove(), clock));
    ask(limited, request("{\"n\":1}"), ok("1234", "5678"));
    ask(limited, request("{\"n\":2}"), ok("1234", "56789", "0"));
    Transport player = new TapePlayer(small.tape()).transport();

    assertThat(body(player.open(request("{\"n\":1}")))).isEqualTo("12345678");
    Exchange broken = player.open(request("{\"n\":2}"));
    assertThat(broken.read(PATIENCE)).isInstanceOf(Exchange.Head.class);
    assertThat(broken.read(PATIENCE)).isInstanceOf(Chunk.class);
    assertThatThrownBy(() -> broken.read(PATIENCE))
        .isInstanceOf(TransportException.class)
        .hasMessage("its body is longer than the 8 bytes that are taken down");
  }

  @Test
  void aBrokenConnectionBreaksAgainAtItsPlace() {
    answers.add(ok("half an ans").subList(0, 2));
    assertThatThrownBy(() -> body(recorded.open(request(ASKED)))).hasMessage("connection reset");
    Exchange played = player().transport().open(request(ASKED));

    assertThat(played.read(PATIENCE)).isInstanceOf(Exchange.Head.class);
    assertThat(played.read(PATIENCE)).isInstanceOf(Chunk.class);
    assertThatThrownBy(() -> played.read(PATIENCE)).hasMessage("connection reset");
  }

  @Test
  void bytesThatAreNoTextSurvive() {
    byte[] binary = {0, 0, 1, (byte) 0xff, (byte) 0xfe, '\n', '"'};
    answers.add(
        List.of(
            new Exchange.Head(200, Headers.NONE, 1010),
            new Chunk(binary, 0, binary.length, 1020),
            Exchange.Read.END));
    body(recorded.open(request(ASKED)));
    Exchange played = player().transport().open(request(ASKED));
    played.read(PATIENCE);

    assertThat(played.read(PATIENCE))
        .isInstanceOfSatisfying(Chunk.class, chunk -> assertThat(chunk.bytes()).isEqualTo(binary));
  }

  @Test
  void secretsGoByTheirNamesAndByTheirValues() {
    WireRequest request =
        WireRequest.post(
            URI.create("https://host/v1/messages?beta=true&key=k&X-Amz-Signature=abcdef"),
            Headers.of(
                "Authorization",
                "Bearer sk-live-0123456789",
                "x-goog-api-key",
                "goog-0123456789",
                "anthropic-beta",
                "a"),
            """
            {"mcp_servers":[{"authorization_token":"tok"}],"text":"my key is sk-live-0123456789","max_tokens":7,"password":{"type":"string"}}
            """
                .getBytes(StandardCharsets.UTF_8),
            true);
    answers.add(
        List.of(
            new Exchange.Head(401, Headers.of("set-cookie", "c=1", "request-id", "r"), 1010),
            chunk("wrong key: sk-live-0123456789"),
            Exchange.Read.END));
    body(recorded.open(request));

    String line = tap.tape().toLine();

    assertThat(line)
        .doesNotContain("0123456789", "\"tok\"", "abcdef", "c=1", "key=k")
        .contains(
            "\"path\":\"/v1/messages?beta=true\"",
            "\"anthropic-beta\":\"a\"",
            "my key is (scrubbed)",
            "wrong key: (scrubbed)",
            "\"password\":{\"type\":\"string\"}",
            "\"max_tokens\":7");
  }

  private TapePlayer player() {
    return new TapePlayer(Tape.ofLine(tap.tape().toLine()));
  }

  private void ask(Transport transport, WireRequest request, List<Exchange.Read> answer) {
    answers.add(answer);
    body(transport.open(request));
  }

  private static WireRequest request(String body) {
    return WireRequest.post(
        URI.create("https://somewhere/v1/messages"),
        Headers.of("anthropic-version", "2023-06-01", "x-api-key", "secret-key"),
        body.getBytes(StandardCharsets.UTF_8),
        true);
  }

  private static List<Exchange.Read> ok(String... pieces) {
    List<Exchange.Read> reads = new ArrayList<>();
    reads.add(new Exchange.Head(200, Headers.of("content-type", "text/plain"), 1010));
    for (String piece : pieces) {
      reads.add(chunk(piece));
    }
    reads.add(Exchange.Read.END);
    return reads;
  }

  private static Chunk chunk(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Chunk(bytes, 0, bytes.length, 1020);
  }

  private static String body(Exchange exchange) {
    try (exchange) {
      exchange.read(PATIENCE);
      return new String(exchange.readBody(PATIENCE, 10_000), StandardCharsets.UTF_8);
    }
  }
}
