package dev.toolwire.simulator;

import static dev.toolwire.simulator.Caller.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.json.JsonObject;
import dev.toolwire.model.Arrival;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ModelStream;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.model.ToolSpec;
import dev.toolwire.model.TransportException;
import dev.toolwire.wire.Chunk;
import dev.toolwire.wire.Exchange;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VirtualTimeTest {

  private static final String SCRIPT =
      """
      model: [test.stall, claude-sonnet-4*]
      pace: { first: 200ms, every: 10ms, delta: 10, tool_input: %s }
      turns:
        - when: { user: go }
          call:
            tool: fs_write
            input: { path: a.txt, file_text: "0123456789012345678901234567890123456789" }
      """;

  private static final ModelRequest GO = question("test.stall", "go", Caller.FS_WRITE);
  private static final ModelRequest HELLO = question(Simulator.DEFAULT_MODEL, "hello");

  @ParameterizedTest
  @EnumSource(TestWire.class)
  void aStreamedInputComesDeltaByDelta(TestWire wire) {
    assertThat(inputMillis(wire, "streamed", GO))
        .containsExactly(210L, 220L, 230L, 240L, 250L, 260L, 270L, 280L);
  }

  @ParameterizedTest
  @EnumSource(TestWire.class)
  void aBufferedInputComesAllAtOnceAfterASilence(TestWire wire) {
    assertThat(inputMillis(wire, "buffered", GO))
        .containsExactly(280L, 280L, 280L, 280L, 280L, 280L, 280L, 280L);
  }

  @ParameterizedTest
  @EnumSource(TestWire.class)
  void anInputByParameterComesInAsManyBurstsAsItHasParameters(TestWire wire) {
    assertThat(inputMillis(wire, "by_parameter", GO))
        .containsExactly(220L, 220L, 280L, 280L, 280L, 280L, 280L, 280L);
  }

  @ParameterizedTest
  @EnumSource(TestWire.class)
  void deltasThatComeInBurstsComeWhenTheLastOfABurstIsMade(TestWire wire) {
    assertThat(inputMillis(wire, "streamed, burst: 3", GO))
        .containsExactly(230L, 230L, 230L, 260L, 260L, 260L, 280L, 280L);
  }

  @ParameterizedTest
  @EnumSource(TestWire.class)
  void jitterMovesDeltasButNotTheirOrder(TestWire wire) {
    List<Long> millis = inputMillis(wire, "streamed, jitter: 5ms", GO);

    assertThat(millis).hasSize(8).isSorted().isNotEqualTo(inputMillis(wire, "streamed", GO));
    assertThat(millis.getLast()).isBetween(200L + 8 * 5, 200L + 8 * 15);
  }

  @ParameterizedTest
  @EnumSource(TestWire.class)
  void aSilenceInToolInputEndsInDeath(TestWire wire) {
    Simulator simulator =
        Simulator.builder()
            .scripts(Script.read("test", SCRIPT.formatted("buffered")))
            .faults(FaultRule.parse("stall 400s in tool input then drop"))
            .build();
    Caller caller = Caller.over(wire, simulator);

    assertThatThrownBy(() -> caller.ask(GO))
        .isInstanceOf(TransportException.class)
        .hasMessageContaining("cut the connection");
    assertThat(simulator.ticker().nanos())
        .isBetween(Duration.ofSeconds(400).toNanos(), Duration.ofSeconds(401).toNanos());
  }

  @Test
  void pingsFillTheSilenceOfABufferedInputOnMessages() {
    String slow =
        SCRIPT.formatted("buffered").replace("every: 10ms", "every: 10s").replace("200ms", "0");
    Simulator simulator = Simulator.builder().scripts(Script.read("test", slow)).build();

    assertThat(
            Caller.over(TestWire.MESSAGES, simulator).arrivals(GO).stream()
                .filter(event -> event.event() instanceof StreamEvent.Ping)
                .map(event -> Duration.ofNanos(event.lastByteNanos()).toSeconds()))
        .containsExactly(0L, 15L, 30L, 45L, 60L, 75L);
  }

  @Test
  void fineGrainedStreamingEndsTheBuffering() {
    String beta =
        """
        {"additionalModelRequestFields":
          {"anthropic_beta":["fine-grained-tool-streaming-2025-05-14"]}}
        """;

    assertThat(inputMillis(TestWire.CONVERSE, "buffered", GO.withExtra(JsonObject.parse(beta))))
        .contains(210L, 220L, 230L);
  }

  @Test
  void anEagerToolIsStreamedOnMessagesAndTheOthersAreNot() {
    ToolSpec spec = Caller.FS_WRITE.spec();
    ToolSpec eager = new ToolSpec(spec.name(), spec.description(), spec.inputSchema(), false, true);

    ModelRequest asked = question(TestWire.MESSAGES.claude(), "go").withTools(List.of(eager));

    assertThat(inputMillis(TestWire.MESSAGES, "buffered", asked)).contains(210L, 220L, 230L);
  }

  @Test
  void patienceRunsOutOnTheVirtualClock() {
    Simulator simulator =
        Simulator.builder().faults(FaultRule.parse("stall 60s before head")).build();
    Exchange exchange = Caller.of(simulator).open(HELLO);

    assertThat(exchange.read(Duration.ofSeconds(59))).isEqualTo(Exchange.Read.NOTHING);
    assertThat(simulator.ticker().nanos()).isEqualTo(Duration.ofSeconds(59).toNanos());
    assertThat(exchange.read(Duration.ofSeconds(59))).isInstanceOf(Exchange.Head.class);
    assertThat(simulator.ticker().nanos()).isEqualTo(Duration.ofSeconds(60).toNanos());
  }

  @Test
  void aStallInTextComesAfterItsFirstWords() {
    Simulator simulator = Simulator.builder().faults(FaultRule.parse("stall 8s in text")).build();

    List<Arrival.Event> arrivals = Caller.of(simulator).arrivals(HELLO);

    assertThat(arrivals.get(1).event()).isInstanceOf(StreamEvent.TextDelta.class);
    assertThat(arrivals.get(1).lastByteNanos()).isZero();
    assertThat(arrivals.get(2).lastByteNanos()).isEqualTo(Duration.ofSeconds(8).toNanos());
  }

  @Test
  void aStallInToolInputComesBetweenTheNameAndTheInput() {
    Simulator simulator =
        Simulator.builder()
            .scripts(Script.read("test", SCRIPT.formatted("streamed")))
            .faults(FaultRule.parse("stall 60s in tool input then drop"))
            .build();
    Exchange exchange = Caller.of(simulator).open(GO);

    exchange.read(Duration.ofSeconds(1));
    exchange.read(Duration.ofSeconds(1));
    exchange.read(Duration.ofSeconds(1));

    assertThat(exchange.read(Duration.ofSeconds(59))).isEqualTo(Exchange.Read.NOTHING);
    assertThatThrownBy(() -> exchange.read(Duration.ofSeconds(1)))
        .isInstanceOf(TransportException.class)
        .hasMessageContaining("cut the connection");
  }

  @Test
  void aSilenceWithoutEndLastsUntilTheExchangeIsClosed() throws InterruptedException {
    Simulator simulator =
        Simulator.builder().faults(FaultRule.parse("stall forever in text")).build();
    Exchange exchange = Caller.of(simulator).open(HELLO);
    exchange.read(ModelStream.FOREVER);
    exchange.read(ModelStream.FOREVER);
    assertThat(exchange.read(ModelStream.FOREVER)).isInstanceOf(Chunk.class);
    assertThat(exchange.read(Duration.ofDays(1))).isEqualTo(Exchange.Read.NOTHING);

    AtomicReference<String> thrown = new AtomicReference<>("nothing");
    CountDownLatch started = new CountDownLatch(1);
    Thread reader =
        Thread.ofVirtual()
            .start(() -> {
              started.countDown();
              try {
                exchange.read(ModelStream.FOREVER);
              } catch (TransportException closed) {
                thrown.set(String.valueOf(closed.getMessage()));
              }
            });
    started.await();
    exchange.close();
    reader.join();

    assertThat(thrown.get()).contains("closed");
  }

  /// When the pieces of the input came that held anything.
  private static List<Long> inputMillis(TestWire wire, String arrival, ModelRequest request) {
    Simulator simulator =
        Simulator.builder().scripts(Script.read("test", SCRIPT.formatted(arrival))).build();
    return Caller.over(wire, simulator).arrivals(request).stream()
        .filter(event ->
            event.event() instanceof StreamEvent.ToolInputDelta(_, String text) && !text.isEmpty())
        .map(event -> Duration.ofNanos(event.lastByteNanos()).toMillis())
        .toList();
  }
}
