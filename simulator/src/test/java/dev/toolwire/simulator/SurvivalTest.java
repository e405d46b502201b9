package dev.toolwire.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.loop.Clocks;
import dev.toolwire.loop.LoopEvent;
import dev.toolwire.loop.LoopEvent.Silent;
import dev.toolwire.loop.Outcome;
import dev.toolwire.loop.Run;
import dev.toolwire.loop.ToolLoop;
import dev.toolwire.model.InferenceConfig;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.Ticker;
import dev.toolwire.model.TransportException;
import dev.toolwire.provider.HttpTransport;
import dev.toolwire.tool.ToolSet;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A model that says nothing while it writes the input of a tool is not taken for dead, and one
/// that dies in it has called no tool.
class SurvivalTest {

  /// An input of 40,000 characters at 100 characters a second: 400 seconds.
  private static final String BUFFERED =
      """
      model: test.stall
      pace: { first: 200ms, every: 100ms, delta: 10, tool_input: buffered }
      turns:
        - when: { user: go }
          call:
            tool: fs_write
            input: { command: create, path: a.txt, file_text: { $filler: "40000" } }
        - when: { user: go, results: fs_write }
          say: Done.
      """;

  private static final String AT_ONCE =
      BUFFERED.replace("every: 100ms", "every: 0ms").replace("40000", "4000");

  private final CountedTool tool = CountedTool.of(Caller.FS_WRITE);
  private final List<LoopEvent> events = new ArrayList<>();

  @ParameterizedTest
  @EnumSource(TestWire.class)
  void fourHundredSecondsWithoutAByteOfInputAreSurvivedAndTold(TestWire wire) {
    Simulator simulator = simulator(BUFFERED);

    Outcome outcome = run(wire, simulator);

    assertThat(outcome).isInstanceOf(Outcome.Answered.class);
    assertThat(tool.runs()).hasSize(1);
    assertThat(silences().getLast().lasted()).isBetween(seconds(395), seconds(401));
    assertThat(silences().size()).isBetween(78, 80);
    assertThat(silences())
        .allSatisfy(silent -> {
          assertThat(silent.about()).isEqualTo("fs_write");
          assertThat(silent.bytesSoFar()).isZero();
        });
  }

  /// Whoever is told nothing at all, no ping either, waits as well.
  @ParameterizedTest
  @EnumSource(TestWire.class)
  void fourHundredSecondsOfDeadSilenceAreSurvived(TestWire wire) {
    Simulator simulator = simulator(AT_ONCE, "request 1: stall 400s in tool input");

    Outcome outcome = run(wire, simulator);

    assertThat(outcome).isInstanceOf(Outcome.Answered.class);
    assertThat(tool.runs()).hasSize(1);
    assertThat(silences().getLast().lasted()).isGreaterThan(seconds(394));
  }

  @ParameterizedTest
  @EnumSource(TestWire.class)
  void aCutDuringTheSilenceLeavesATruncatedInputThatIsNotRunAndCanBeAskedForAgain(TestWire wire) {
    Simulator simulator = simulator(AT_ONCE, "request 1: stall 400s in tool input then drop");

    Outcome outcome = run(wire, simulator);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> {
              assertThat(failed.cause()).isInstanceOf(TransportException.class);
              assertThat(failed.uncommitted())
                  .singleElement()
                  .isInstanceOfSatisfying(
                      ToolUse.class,
                      call -> assertThat(call.input()).isInstanceOf(ToolInput.Truncated.class));
            });
    assertThat(tool.runs()).isEmpty();
    try (Run again = loop(wire, simulator).resume(outcome.state(), Map.of())) {
      assertThat(again.outcome()).isInstanceOf(Outcome.Answered.class);
    }
    assertThat(tool.runs()).hasSize(1);
  }

  /// In real time, over HTTP, and so not with the other tests: `make slow`.
  @Tag("slow")
  @ParameterizedTest
  @EnumSource(TestWire.class)
  void fortyFiveSecondsOfDeadSilenceAreSurvivedInRealTime(TestWire wire) {
    Simulator simulator = simulator(AT_ONCE, "request 1: stall 45s in tool input");
    try (SimulatorServer server = SimulatorServer.start(simulator, 0);
        HttpTransport http = HttpTransport.create()) {
      URI endpoint = wire.endpoint(server.baseUri());
      ToolLoop loop =
          ToolLoop.with(Trial.model(wire, http, endpoint))
              .tools(ToolSet.of(tool))
              .clocks(Clocks.DEFAULTS.withBetweenEvents(seconds(20)));

      Outcome outcome = run(loop, Ticker.SYSTEM);

      assertThat(outcome).isInstanceOf(Outcome.Answered.class);
    }
    assertThat(tool.runs()).hasSize(1);
    assertThat(silences()).hasSizeBetween(8, 9);
    assertThat(silences().getLast().lasted()).isBetween(seconds(39), seconds(46));
  }

  private static Duration seconds(int seconds) {
    return Duration.ofSeconds(seconds);
  }

  private List<Silent> silences() {
    return events.stream().filter(Silent.class::isInstance).map(Silent.class::cast).toList();
  }

  private static Simulator simulator(String script, String... faults) {
    Simulator.Builder builder = Simulator.builder().scripts(Script.read("stall", script));
    for (String fault : faults) {
      builder.faults(FaultRule.parse(fault));
    }
    return builder.build();
  }

  private ToolLoop loop(TestWire wire, Simulator simulator) {
    return ToolLoop.with(Trial.model(wire, simulator.transport(), wire.endpoint()))
        .tools(ToolSet.of(tool))
        .ticker(simulator.ticker());
  }

  private Outcome run(TestWire wire, Simulator simulator) {
    return run(loop(wire, simulator), simulator.ticker());
  }

  private Outcome run(ToolLoop loop, Ticker ticker) {
    ModelRequest go =
        ModelRequest.to(new ModelId("test.stall"), Conversation.startingWith("go"))
            .withInference(InferenceConfig.DEFAULTS.withMaxTokens(20_000));
    try (Run run = loop.ticker(ticker).start(go)) {
      run.forEach(events::add);
      return run.outcome();
    }
  }
}
