package dev.toolwire.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.Text;
import dev.toolwire.model.Model;
import dev.toolwire.model.ModelException;
import dev.toolwire.model.SilenceException;
import dev.toolwire.model.TransportException;
import dev.toolwire.tool.ToolOutcome;
import dev.toolwire.tool.ToolTraits;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CancellationTest extends LoopTest {

  private static final int BEFORE_THE_ANSWER = 23;

  private final FakeTool echo = FakeTool.echo("echo");
  private final FakeTool look =
      new FakeTool("look", ToolTraits.DEFAULTS.asIdempotent(), call -> ToolOutcome.text("seen"));

  static IntStream everyEvent() {
    return IntStream.rangeClosed(0, BEFORE_THE_ANSWER);
  }

  private void scriptTwoRounds() {
    model.then(calls(new Text("Hm."), call("a", "echo"), call("b", "look"))).then(says("Done"));
  }

  @Test
  void tableBelowCancelsAtEveryEventButTheReplyAndTheEnd() {
    scriptTwoRounds();

    try (Run run = loop(echo, look).start(question)) {
      assertThat(drain(run)).hasSize(BEFORE_THE_ANSWER + 2);
    }
  }

  @ParameterizedTest
  @MethodSource("everyEvent")
  void closingAfterAnyEventLeavesAValidConversationAndNothingOpen(int event) {
    scriptTwoRounds();

    Run run = loop(echo, look).start(question);
    Iterator<LoopEvent> events = run.iterator();
    IntStream.range(0, event).forEach(_ -> events.next());
    run.close();

    assertCancelled(run.outcome());
  }

  @ParameterizedTest
  @MethodSource("everyEvent")
  void interruptAfterAnyEventDoesTheSameAndStaysSet(int event) {
    scriptTwoRounds();

    try (Run run = loop(echo, look).start(question)) {
      Iterator<LoopEvent> events = run.iterator();
      IntStream.range(0, event).forEach(_ -> events.next());
      Thread.currentThread().interrupt();
      Outcome outcome = run.outcome();

      assertThat(Thread.interrupted()).isTrue();
      assertCancelled(outcome);
    }
  }

  private void assertCancelled(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Cancelled.class);
    assertThat(Conversation.of(outcome.conversation().messages()))
        .isEqualTo(outcome.conversation());
    assertThat(outcome.conversation().awaitsModel()).isTrue();
    assertThat(echo.ran()).hasSizeLessThan(2);
    assertThat(look.ran()).hasSizeLessThan(2);
    assertThat(model.openStreams()).isZero();
  }

  @Test
  void closingFromAnotherThreadInterruptsTools() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    FakeTool hanging =
        new FakeTool(
            "hang",
            call -> {
              started.countDown();
              try {
                new CountDownLatch(1).await();
              } finally {
                interrupted.countDown();
              }
              return ToolOutcome.text("never");
            });
    model.then(calls(call("a", "hang")));

    Run run = loop(hanging).start(question);
    Thread closer = closeWhen(started, run);
    Outcome outcome = run.outcome();

    interrupted.await();
    closer.join();
    assertThat(outcome).isInstanceOf(Outcome.Cancelled.class);
    assertThat(outcome.conversation()).isEqualTo(question.conversation());
  }

  private static Thread closeWhen(CountDownLatch signal, Run run) {
    return Thread.startVirtualThread(() -> {
      try {
        signal.await();
        run.close();
      } catch (InterruptedException interrupted) {
        throw new AssertionError(interrupted);
      }
    });
  }

  @Test
  void closingFromAnotherThreadEndsTheWaitForAModelThatDoesNotBegin() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    Run run = ToolLoop.with(never(asked)).start(question);
    Thread closer = closeWhen(asked, run);

    Outcome outcome = run.outcome();

    closer.join();
    assertThat(outcome).isInstanceOf(Outcome.Cancelled.class);
    assertThat(Thread.interrupted()).isFalse();
  }

  private static Model never(CountDownLatch asked) {
    return request -> {
      asked.countDown();
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
      throw new TransportException("interrupted");
    };
  }

  @Test
  void modelThatDoesNotBeginInTimeBreaksTheFirstEventClock() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    ToolLoop loop =
        ToolLoop.with(never(asked))
            .time(time, time)
            .clocks(Clocks.DEFAULTS.withFirstEvent(Duration.ofSeconds(1)));
    Thread clock =
        Thread.startVirtualThread(() -> {
          try {
            asked.await();
            time.pass(Duration.ofSeconds(1));
          } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
          }
        });

    Outcome outcome = loop.run(question);

    clock.join();
    assertThat(((Outcome.Failed) outcome).cause()).isInstanceOf(SilenceException.class);
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void cancelledRunGoesOnFromItsLastTurn() {
    scriptTwoRounds();
    Run run = loop(echo, look).start(question);
    for (LoopEvent event : run) {
      if (event instanceof LoopEvent.RoundStarted(int round, _) && round == 2) {
        run.close();
      }
    }
    LoopState state = run.outcome().state();

    try (Run resumed = loop(echo, look).resume(state, Map.of())) {
      assertThat(resumed.outcome()).isInstanceOf(Outcome.Answered.class);
    }
    assertThat(echo.ran()).hasSize(1);
  }

  @Test
  void defectOfAModelReachesThePullerAndEndsTheRun() {
    Run run =
        ToolLoop.with(
                request -> {
                  throw new IllegalStateException("a defect");
                })
            .start(question);

    assertThatThrownBy(run::outcome).hasMessage("a defect");
    assertThat(run.outcome()).isInstanceOf(Outcome.Cancelled.class);
  }

  @Test
  void failureOfTheModelKeepsWhatWasDoneBefore() {
    ModelException broken = new TransportException("connection reset");
    model
        .then(calls(call("a", "echo")))
        .then(
            List.of(
                new ScriptedModel.Cue.Say(ScriptedModel.start()),
                new ScriptedModel.Cue.Break(broken)));

    Outcome outcome = loop(echo).run(question);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Failed.class, failed -> assertThat(failed.cause()).isSameAs(broken));
    assertThat(outcome.conversation().messages()).hasSize(3);
    assertThat(outcome.calls()).isEqualTo(1);
    assertThat(model.openStreams()).isZero();
    assertThat(outcome.conversation().awaitsModel()).isTrue();
  }
}
