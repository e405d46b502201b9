package dev.toolwire.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.toolwire.conversation.StopReason;
import dev.toolwire.loop.LoopEvent;
import dev.toolwire.loop.Outcome;
import dev.toolwire.simulator.Trial.Result;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Timeout;

/// Faults in calls and in the tools that they are for. The model is told, and answers.
@Timeout(60)
class FailingToolTest {

  private static final Duration DEADLINE = Duration.ofMillis(50);

  @FaultRow("tool that throws")
  void anExceptionBecomesAnErrorWithoutItsText(TestWire wire) {
    CountedTool throwing =
        fresh()
            .doing(_ -> {
              throw new IllegalStateException("secret: the chart's password");
            });

    Result result = Trial.with().on(wire).tool(throwing).run();

    assertAnsweredWithError(result, "top_song failed with an internal error");
    assertThat(result.toolResults()).doesNotContain("secret");
    assertThat(result.runs()).isOne();
  }

  @FaultRow("tool that hangs")
  void aToolThatHangsIsInterruptedAtItsDeadline(TestWire wire) {
    CountDownLatch interrupted = new CountDownLatch(1);
    CountedTool hanging =
        fresh()
            .withDeadline(DEADLINE)
            .doing(_ -> {
              try {
                new CountDownLatch(1).await();
              } finally {
                interrupted.countDown();
              }
              throw new AssertionError("unreachable");
            });

    Result result = Trial.with().on(wire).tool(hanging).run();

    assertAnsweredWithError(result, "did not finish within 50.0 ms. Whether it had any effect");
    assertThat(result.runs()).isOne();
    assertReached(interrupted);
  }

  @FaultRow("tool that ignores interrupts")
  void aToolThatIgnoresInterruptsIsLeftBehind(TestWire wire) {
    CountDownLatch release = new CountDownLatch(1);
    CountedTool deaf =
        fresh()
            .withDeadline(DEADLINE)
            .doing(_ -> {
              assertReached(release);
              throw new IllegalStateException("too late");
            });

    Result result = Trial.with().on(wire).tool(deaf).run();
    release.countDown();

    assertAnsweredWithError(result, "did not finish within 50.0 ms. Whether it had any effect");
    assertThat(result.runs()).isOne();
  }

  @FaultRow("invalid JSON")
  void anInputThatIsNoJsonIsRefusedWithWords(TestWire wire) {
    Result result =
        Trial.calling("call: { tool: top_song, input_text: 'sign is WZPZ' }").on(wire).run();

    assertAnsweredWithError(result, "top_song was not run, its input is wrong");
    assertThat(result.runs()).isZero();
  }

  @FaultRow("input that does not fit the schema")
  void anInputThatDoesNotFitIsRefusedWithItsPath(TestWire wire) {
    Result result =
        Trial.calling("call: { tool: top_song, input: { sign: [1, 2] } }").on(wire).run();

    assertAnsweredWithError(result, "sign");
    assertThat(result.runs()).isZero();
  }

  @FaultRow("truncated JSON")
  void aCutInputIsNotRun(TestWire wire) {
    Trial trial = Trial.calling("call: { tool: top_song, input: { sign: WZPZ } }\n    cut: 8");
    Result result = trial.on(wire).run();

    assertThat(result.outcome())
        .asInstanceOf(type(Outcome.Stopped.class))
        .extracting(Outcome.Stopped::reason)
        .isEqualTo(StopReason.Known.MAX_TOKENS);
    assertThat(result.events(LoopEvent.CallStarted.class)).isEmpty();
    assertThat(result.requests()).isOne();
    assertThat(result.runs()).isOne();
  }

  @FaultRow("unknown tool")
  void anUnknownToolIsAnsweredWithTheNamesOfThoseThereAre(TestWire wire) {
    Result result =
        Trial.calling("call: { tool: bottom_song, input: { sign: WZPZ }, anyway: true }")
            .on(wire)
            .run();

    assertAnsweredWithError(result, "There is no tool called \"bottom_song\"");
    assertThat(result.runs()).isZero();
  }

  private static CountedTool fresh() {
    return CountedTool.of(Caller.TOP_SONG);
  }

  private static void assertAnsweredWithError(Result result, String words) {
    assertThat(result.outcome()).isInstanceOf(Outcome.Answered.class);
    assertThat(result.toolResults()).contains("ERROR").contains(words);
    assertThat(result.requests()).isEqualTo(2);
  }

  /// Waits, whatever interrupts come.
  private static void assertReached(CountDownLatch latch) {
    while (true) {
      try {
        latch.await();
        return;
      } catch (InterruptedException _) {
        // That is the point.
      }
    }
  }
}
