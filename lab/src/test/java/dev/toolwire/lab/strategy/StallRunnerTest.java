package dev.toolwire.lab.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.lab.recording.RecordedRun;
import dev.toolwire.lab.recording.RecordedRun.Ending;
import dev.toolwire.lab.recording.RunLabel;
import dev.toolwire.lab.stall.InputMetrics;
import dev.toolwire.lab.stall.Shape;
import dev.toolwire.lab.stall.StallMetrics;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Over loopback ports and in real time, so only what holds at any speed is asserted.
class StallRunnerTest {

  private static final int SIZE = 400;

  /// Characters that a parameter takes beside its text, with a name of one letter.
  private static final int LEAST_NAME = "'a':'',".length();

  private static SimulatedReaches simulated;

  @BeforeAll
  static void start() {
    simulated = new SimulatedReaches(1);
  }

  @AfterAll
  static void stop() {
    simulated.close();
  }

  @ParameterizedTest
  @EnumSource(Strategy.class)
  void everyStrategyHasATextWritten(Strategy strategy) throws InterruptedException {
    if (strategy == Strategy.MANTLE_EAGER) {
      return; // Chat, which mantle speaks for this model, knows no eager input.
    }
    RecordedRun run = run(SimulatedRoute.STREAMED, strategy, Shape.ONE, false);
    StallMetrics metrics = StallMetrics.of(run.timeline());

    assertThat(run.words()).isEmpty();
    assertThat(run.ending()).isEqualTo(Ending.ANSWERED);
    assertThat(metrics.complete()).isTrue();
    assertThat(metrics.inputBytes()).isBetween((long) SIZE, SIZE + 400L);
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void anInputIsDividedAsItsShapeSays(Shape shape) throws InterruptedException {
    RecordedRun run = run(SimulatedRoute.BUFFERED, Strategy.MESSAGES, shape, false);
    InputMetrics input = StallMetrics.of(run.timeline()).longest().orElseThrow();

    long names = LEAST_NAME * (long) shape.parameters();
    assertThat(input.bytes()).isBetween(SIZE + names, SIZE + 250L);
  }

  @Test
  void aControlIsPlainText() throws InterruptedException {
    RecordedRun run = run(SimulatedRoute.BUFFERED, Strategy.CHAT, Shape.ONE, true);
    StallMetrics metrics = StallMetrics.of(run.timeline());

    assertThat(run.ending()).isEqualTo(Ending.ANSWERED);
    assertThat(metrics.inputs()).isZero();
    assertThat(metrics.textRate()).isPositive();
  }

  @Test
  void aTextInPiecesIsWrittenInAsManyCalls() throws InterruptedException {
    RecordedRun run = run(SimulatedRoute.BUFFERED, Strategy.CONVERSE_CHUNKED, Shape.ONE, false);
    StallMetrics metrics = StallMetrics.of(run.timeline());

    assertThat(metrics.inputs()).isEqualTo(4);
    assertThat(metrics.inputBytes()).isGreaterThan(SIZE);
  }

  @Test
  void theTextOfAPromptedCallIsItsInput() throws InterruptedException {
    RecordedRun run = run(SimulatedRoute.BUFFERED, Strategy.CONVERSE_PROMPTED, Shape.ONE, false);
    InputMetrics input = StallMetrics.of(run.timeline()).longest().orElseThrow();

    assertThat(input.bytes()).isGreaterThan(SIZE);
    assertThat(input.smoothness()).isGreaterThan(0);
  }

  @Test
  void aStreamThatDiesInAnInputIsBroken() throws InterruptedException {
    RecordedRun run = run(SimulatedRoute.DYING, Strategy.CONVERSE, Shape.ONE, false);

    assertThat(run.ending()).isEqualTo(Ending.BROKEN);
    assertThat(run.words()).contains("cut in the middle");
    assertThat(StallMetrics.of(run.timeline()).complete()).isFalse();
  }

  @Test
  void anEagerInputThatTheWireCannotAskForIsRefusedBeforeAnythingIsSent()
      throws InterruptedException {
    RecordedRun run = run(SimulatedRoute.BUFFERED, Strategy.MANTLE_EAGER, Shape.ONE, false);

    assertThat(run.ending()).isEqualTo(Ending.REFUSED);
    assertThat(run.words()).contains("eagerInput");
  }

  @Test
  void anAnswerDuringWhichThisMachineDidNotKeepTimeIsMistimed() throws InterruptedException {
    RunLabel label = label(SimulatedRoute.STREAMED, Strategy.CHAT, Shape.ONE, false);
    RunLabel dying = label(SimulatedRoute.DYING, Strategy.CHAT, Shape.ONE, false);
    StallRunner late =
        new StallRunner(simulated, 100, (_, _) -> {}, (_, _) -> Duration.ofMillis(312));

    RecordedRun run = late.run(label);

    assertThat(run.ending()).isEqualTo(Ending.MISTIMED);
    assertThat(run.words()).startsWith("this machine woke 312 ms late meanwhile");
    assertThat(late.run(dying).ending()).isEqualTo(Ending.BROKEN);
  }

  private static RecordedRun run(
      SimulatedRoute route, Strategy strategy, Shape shape, boolean control)
      throws InterruptedException {
    return new StallRunner(simulated, 100, (_, _) -> {}, Timekeeping.TRUSTED)
        .run(label(route, strategy, shape, control));
  }

  private static RunLabel label(
      SimulatedRoute route, Strategy strategy, Shape shape, boolean control) {
    return new RunLabel(
        strategy.word(), SimulatedReaches.PREFIX + route.model(), shape, SIZE, 1, control);
  }
}
