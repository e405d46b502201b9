package dev.toolwire.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.conversation.ToolResult;
import dev.toolwire.tool.ToolOutcome;
import dev.toolwire.tool.ToolTraits;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ToolRunTest extends LoopTest {

  private static final ToolTraits FIVE_SECONDS =
      ToolTraits.DEFAULTS.withDeadline(Duration.ofSeconds(5));

  @Test
  void deadlineInterruptsTheToolAndTellsTheModel() throws InterruptedException {
    CountDownLatch interrupted = new CountDownLatch(1);
    FakeTool slow =
        new FakeTool(
            "slow",
            FIVE_SECONDS,
            call -> {
              time.pass(Duration.ofSeconds(5));
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException stop) {
                interrupted.countDown();
                throw stop;
              }
              return ToolOutcome.text("never");
            });
    model.then(calls(call("a", "slow"))).then(says("Done"));

    List<LoopEvent> events;
    try (Run run = loop(slow).start(question)) {
      events = drain(run);
    }

    interrupted.await();
    LoopEvent.CallFinished finished = only(LoopEvent.CallFinished.class, events).getFirst();
    assertThat(finished.took()).isEqualTo(Duration.ofSeconds(5));
    assertThat(finished.result().status()).isEqualTo(ToolResult.Status.ERROR);
    assertThat(words(finished.result()))
        .isEqualTo("slow did not finish within 5.0 s. Whether it had any effect is not known.");
  }

  @Test
  void toolThatIgnoresInterruptsIsLeftBehindAndItsLateResultThrownAway() {
    CountDownLatch runIsOver = new CountDownLatch(1);
    CountDownLatch late = new CountDownLatch(1);
    FakeTool stubborn =
        new FakeTool(
            "stubborn",
            FIVE_SECONDS,
            call -> {
              time.pass(Duration.ofSeconds(5));
              awaitWithoutMercy(runIsOver);
              late.countDown();
              return ToolOutcome.text("late");
            });
    model.then(calls(call("a", "stubborn"))).then(says("Done"));

    Outcome outcome = loop(stubborn).run(question);
    runIsOver.countDown();
    awaitWithoutMercy(late);

    assertThat(outcome).isInstanceOf(Outcome.Answered.class);
    assertThat(words(results(outcome).getFirst())).contains("did not finish within 5.0 s");
    assertThat(stubborn.ran()).hasSize(1);
  }

  private static void awaitWithoutMercy(CountDownLatch latch) {
    while (true) {
      try {
        latch.await();
        return;
      } catch (InterruptedException ignored) {
        assertThat(ignored).isNotNull();
      }
    }
  }

  @Test
  void toolThatFinishesInTimeLeavesNoAlarmBehind() {
    model.then(calls(call("a", "echo"))).then(says("Done"));

    loop(FakeTool.echo("echo")).run(question);

    assertThat(time.armed()).isZero();
  }

  @Test
  void exclusiveToolRunsAloneAndInItsPlace() {
    AtomicInteger running = new AtomicInteger();
    List<String> order = new CopyOnWriteArrayList<>();
    FakeTool.Work work =
        call -> {
          order.add(call.id() + "+" + running.incrementAndGet());
          running.decrementAndGet();
          return ToolOutcome.text("" + call.id());
        };
    FakeTool plain = new FakeTool("plain", work);
    FakeTool alone = new FakeTool("alone", ToolTraits.DEFAULTS.asExclusive(), work);
    model
        .then(
            calls(
                call("a", "plain"),
                call("b", "plain"),
                call("x", "alone"),
                call("y", "alone"),
                call("c", "plain")))
        .then(says("Done"));

    Outcome outcome = loop(plain, alone).run(question);

    assertThat(outcome.calls()).isEqualTo(5);
    assertThat(order.subList(2, 5)).containsExactly("x+1", "y+1", "c+1");
  }

  @Test
  void toolThatGivesNothingIsAnErrorResult() {
    FakeTool empty = new FakeTool("empty", call -> ToolRunTest.<ToolOutcome>nothing());
    model.then(calls(call("a", "empty"))).then(says("Done"));

    assertThat(words(results(loop(empty).run(question)).getFirst()))
        .isEqualTo("empty failed with an internal error.");
  }

  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  private static <T> T nothing() {
    return null;
  }

  @Test
  void errorOfTheMachineIsAnErrorResultToo() {
    FakeTool deep =
        new FakeTool(
            "deep",
            call -> {
              throw new StackOverflowError();
            });
    model.then(calls(call("a", "deep"))).then(says("Done"));

    assertThat(loop(deep).run(question)).isInstanceOf(Outcome.Answered.class);
  }
}
