package dev.toolwire.simulator;

import static dev.toolwire.simulator.Caller.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.json.JsonObject;
import dev.toolwire.model.Arrival;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ModelStream;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.model.TransportException;
import dev.toolwire.wire.Chunk;
import dev.toolwire.wire.Exchange;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class VirtualTimeTest {

  private static final String SCRIPT =
      """
      model: test.stall
      pace: { first: 200ms, every: 10ms, delta: 10, tool_input: %s }
      turns:
        - when: { user: go }
          call:
            tool: fs_write
            input: { path: a.txt, file_text: "0123456789012345678901234567890123456789" }
      """;

  private static final ModelRequest GO = question("test.stall", "go", Caller.FS_WRITE);
  private static final ModelRequest HELLO = question(Simulator.DEFAULT_MODEL, "hello");

  @Test
  void aStreamedInputComesDeltaByDelta() {
    assertThat(inputMillis("streamed", GO))
        .containsExactly(200L, 210L, 220L, 230L, 240L, 250L, 260L, 270L, 280L);
  }

  @Test
  void aBufferedInputComesAllAtOnceAfterASilence() {
    assertThat(inputMillis("buffered", GO))
        .containsExactly(200L, 280L, 280L, 280L, 280L, 280L, 280L, 280L, 280L);
  }

  @Test
  void anInputByParameterComesInAsManyBurstsAsItHasParameters() {
    assertThat(inputMillis("by_parameter", GO))
        .containsExactly(200L, 220L, 220L, 280L, 280L, 280L, 280L, 280L, 280L);
  }

  @Test
  void deltasThatComeInBurstsComeWhenTheLastOfABurstIsMade() {
    assertThat(inputMillis("streamed, burst: 3", GO))
        .containsExactly(200L, 230L, 230L, 230L, 260L, 260L, 260L, 280L, 280L);
  }

  @Test
  void fineGrainedStreamingEndsTheBuffering() {
    String beta =
        """
        {"additionalModelRequestFields":
          {"anthropic_beta":["fine-grained-tool-streaming-2025-05-14"]}}
        """;

    assertThat(inputMillis("buffered", GO.withExtra(JsonObject.parse(beta))))
        .contains(210L, 220L, 230L);
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

  private static List<Long> inputMillis(String arrival, ModelRequest request) {
    Simulator simulator =
        Simulator.builder().scripts(Script.read("test", SCRIPT.formatted(arrival))).build();
    return Caller.of(simulator).arrivals(request).stream()
        .filter(event -> event.event() instanceof StreamEvent.ToolInputDelta)
        .map(event -> Duration.ofNanos(event.lastByteNanos()).toMillis())
        .toList();
  }
}
