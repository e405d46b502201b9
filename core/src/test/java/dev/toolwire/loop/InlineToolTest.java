package dev.toolwire.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.tool.ToolOutcome;
import dev.toolwire.tool.ToolTraits;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class InlineToolTest extends LoopTest {

  private static final ToolTraits INLINE = ToolTraits.DEFAULTS.asInline();

  @Test
  void inlineToolRunsInTheThreadThatPullsAfterItsStartIsTold() {
    AtomicReference<Thread> ranOn = new AtomicReference<>();
    FakeTool sum =
        new FakeTool(
            "sum",
            INLINE,
            call -> {
              ranOn.set(Thread.currentThread());
              return ToolOutcome.text("72");
            });
    model.then(calls(call("a", "sum"))).then(says("Done"));

    try (Run run = loop(sum).start(question)) {
      for (LoopEvent event : run) {
        if (event instanceof LoopEvent.CallStarted) {
          assertThat(sum.ran()).isEmpty();
        }
      }
    }

    assertThat(ranOn).hasValue(Thread.currentThread());
  }

  @Test
  void toolsOnThreadsOfTheirOwnRunBesideAnInlineOne() {
    CountDownLatch begun = new CountDownLatch(1);
    FakeTool fetch =
        new FakeTool(
            "fetch",
            call -> {
              begun.countDown();
              return ToolOutcome.text("fetched");
            });
    FakeTool sum =
        new FakeTool(
            "sum",
            INLINE,
            call -> {
              begun.await();
              return ToolOutcome.text("72");
            });
    model.then(calls(call("a", "sum"), call("b", "fetch"))).then(says("Done"));

    Outcome outcome = loop(fetch, sum).run(question);

    assertThat(results(outcome).stream().map(LoopTest::words)).containsExactly("72", "fetched");
  }

  @Test
  void idempotentInlineToolDoesNotHoldUpTheReading() {
    FakeTool sum = new FakeTool("sum", INLINE.asIdempotent(), call -> ToolOutcome.text("72"));
    model.then(calls(call("a", "sum"))).then(says("Done"));

    List<LoopEvent> events;
    try (Run run = loop(sum).start(question)) {
      events = drain(run);
    }

    assertThat(events.indexOf(only(LoopEvent.CallStarted.class, events).getFirst()))
        .isGreaterThan(events.indexOf(only(LoopEvent.ReplyReceived.class, events).getFirst()));
  }

  @Test
  void deadlineInterruptsAnInlineToolAndNothingElse() {
    FakeTool slow =
        new FakeTool(
            "slow",
            INLINE.withDeadline(Duration.ofSeconds(5)),
            call -> {
              time.pass(Duration.ofSeconds(5));
              new CountDownLatch(1).await();
              return ToolOutcome.text("never");
            });
    model.then(calls(call("a", "slow"))).then(says("Done"));

    Outcome outcome = loop(slow).run(question);

    assertThat(Thread.interrupted()).isFalse();
    assertThat(outcome).isInstanceOf(Outcome.Answered.class);
    assertThat(words(results(outcome).getFirst())).contains("did not finish within 5.0 s");
  }

  @Test
  void closingFromAnotherThreadInterruptsAnInlineTool() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    FakeTool hanging = new FakeTool("hang", INLINE, call -> hang(started));
    model.then(calls(call("a", "hang")));

    Run run = loop(hanging).start(question);
    Thread closer =
        Thread.startVirtualThread(() -> {
          await(started);
          run.close();
        });
    Outcome outcome = run.outcome();

    closer.join();
    assertThat(outcome).isInstanceOf(Outcome.Cancelled.class);
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void interruptOfThePullingThreadWithinAnInlineToolCancelsAndStaysSet()
      throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    FakeTool hanging = new FakeTool("hang", INLINE, call -> hang(started));
    model.then(calls(call("a", "hang"))).then(says("Done"));
    Thread puller = Thread.currentThread();
    Thread interrupter =
        Thread.startVirtualThread(() -> {
          await(started);
          puller.interrupt();
        });

    Outcome outcome = loop(hanging).run(question);

    assertThat(Thread.interrupted()).isTrue();
    interrupter.join();
    assertThat(outcome).isInstanceOf(Outcome.Cancelled.class);
    assertThat(outcome.conversation()).isEqualTo(question.conversation());
  }

  private static ToolOutcome hang(CountDownLatch started) throws InterruptedException {
    started.countDown();
    new CountDownLatch(1).await();
    return ToolOutcome.text("never");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }
}
