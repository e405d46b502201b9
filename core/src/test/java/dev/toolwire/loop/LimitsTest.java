package dev.toolwire.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.tool.ToolOutcome;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Each limit is met exactly, which does no harm, and crossed by one.
class LimitsTest extends LoopTest {

  private final AtomicInteger count = new AtomicInteger();
  private final FakeTool counter =
      new FakeTool("count", call -> ToolOutcome.text("" + count.incrementAndGet()));

  @Test
  void roundsBeyondTheLimitAreNotAsked() {
    ToolLoop loop = loop(counter).limits(Limits.DEFAULTS.withRounds(2));
    model.then(calls(call("a", "count"))).then(says("Done"));
    assertThat(loop.run(question)).isInstanceOf(Outcome.Answered.class);

    model.then(calls(call("a", "count"))).then(calls(call("b", "count")));
    Outcome outcome = loop.run(question);

    assertLimited(outcome, Limits.Name.ROUNDS);
    assertThat(outcome.rounds()).isEqualTo(2);
    assertThat(outcome.conversation().messages()).hasSize(5);
    assertThat(outcome.conversation().awaitsModel()).isTrue();
  }

  private static void assertLimited(Outcome outcome, Limits.Name limit) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Limited.class, limited -> assertThat(limited.limit()).isEqualTo(limit));
    assertThat(Conversation.of(outcome.conversation().messages()))
        .isEqualTo(outcome.conversation());
  }

  @Test
  void limitedRunGoesOnWithMore() {
    ToolLoop loop = loop(counter).limits(Limits.DEFAULTS.withRounds(1));
    model.then(calls(call("a", "count")));
    LoopState state = loop.run(question).state();

    model.then(says("Done"));
    try (Run run = loop.limits(Limits.DEFAULTS).resume(state, Map.of())) {
      assertThat(run.outcome()).isInstanceOf(Outcome.Answered.class);
      assertThat(run.outcome().rounds()).isEqualTo(2);
    }
  }

  @Test
  void threeRoundsInARowOfNothingButErrorsAreEnough() {
    FakeTool failing = new FakeTool("fail", call -> ToolOutcome.retry("again " + call.id()));
    model
        .then(calls(call("a", "fail")))
        .then(calls(call("b", "fail")))
        .then(calls(call("c", "count"), call("d", "fail")))
        .then(calls(call("e", "fail")))
        .then(calls(call("f", "nobody")))
        .then(calls(call("g", "fail"), call("h", "fail")));

    Outcome outcome = loop(counter, failing).run(question);

    assertLimited(outcome, Limits.Name.CONSECUTIVE_ERRORS);
    assertThat(outcome.rounds()).isEqualTo(6);
  }

  @Test
  void errorsBeforeTheUserSpokeAgainDoNotCount() {
    FakeTool failing = new FakeTool("fail", call -> ToolOutcome.failed("no"));
    ToolLoop loop = loop(failing).limits(Limits.DEFAULTS.withRounds(2).withSameResults(9));
    model.then(calls(call("a", "fail"))).then(calls(call("b", "fail")));
    Conversation sofar = loop.run(question).conversation();

    model.then(calls(call("c", "fail"))).then(says("Done"));
    Outcome outcome = loop.run(question.withConversation(sofar.say("Try once more.")));

    assertThat(outcome).isInstanceOf(Outcome.Answered.class);
  }

  @Test
  void sameCallWithTheSameResultThreeTimesInARowIsEnough() {
    FakeTool echo = FakeTool.echo("echo");
    model
        .then(calls(call("a", "echo", "n", 1)))
        .then(calls(call("b", "echo", "n", 1), call("c", "count")))
        .then(calls(call("d", "echo", "n", 2)))
        .then(calls(call("e", "echo", "n", 1)))
        .then(calls(call("f", "echo", "n", 1), call("g", "echo", "n", 1)))
        .then(calls(call("h", "count"), call("i", "echo", "n", 1)));

    Outcome outcome = loop(echo, counter).run(question);

    assertLimited(outcome, Limits.Name.SAME_RESULTS);
    assertThat(outcome.rounds()).isEqualTo(6);
  }

  @Test
  void sameCallWithAnotherResultIsProgress() {
    model
        .then(calls(call("a", "count")))
        .then(calls(call("b", "count")))
        .then(calls(call("c", "count")))
        .then(says("Done"));

    assertThat(loop(counter).run(question)).isInstanceOf(Outcome.Answered.class);
  }

  @Test
  void turnWithTooManyCallsDoesNotRun() {
    ToolLoop loop = loop(counter).limits(Limits.DEFAULTS.withCallsPerTurn(3));
    model.then(calls(many(3))).then(says("Done"));
    assertThat(loop.run(question)).isInstanceOf(Outcome.Answered.class);

    model.then(calls(many(4)));
    Outcome outcome = loop.run(question);

    assertLimited(outcome, Limits.Name.CALLS_PER_TURN);
    assertThat(((Outcome.Limited) outcome).uncommitted()).hasSize(4);
    assertThat(outcome.conversation()).isEqualTo(question.conversation());
    assertThat(counter.ran()).hasSize(3);
  }

  private static ToolUse[] many(int calls) {
    return IntStream.range(0, calls).mapToObj(i -> call("c" + i, "count")).toArray(ToolUse[]::new);
  }

  @Test
  void turnThatWouldCrossTheTotalDoesNotRun() {
    ToolLoop loop = loop(counter).limits(Limits.DEFAULTS.withTotalCalls(4));
    model.then(calls(many(2))).then(calls(many(2))).then(says("Done"));
    assertThat(loop.run(question)).isInstanceOf(Outcome.Answered.class);

    model.then(calls(many(2))).then(calls(many(3)));
    Outcome outcome = loop.run(question);

    assertLimited(outcome, Limits.Name.TOTAL_CALLS);
    assertThat(outcome.calls()).isEqualTo(2);
  }

  @Test
  void tokensAreCountedBeforeEachRequest() {
    ToolLoop loop = loop(counter).limits(Limits.DEFAULTS.withTotalTokens(30));
    model.then(calls(many(1))).then(says("Done"));
    assertThat(loop.run(question)).isInstanceOf(Outcome.Answered.class);

    model.then(calls(many(1))).then(calls(many(1)));
    Outcome outcome = loop.run(question);

    assertLimited(outcome, Limits.Name.TOTAL_TOKENS);
    assertThat(outcome.usage().totalTokens()).isEqualTo(30);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "é", "€", "😀"})
  void toolInputThatGrowsBeyondTheLimitEndsTheStream(String letter) {
    ToolUse call = call("c", "echo", "text", letter);
    int bytes =
        ("{\"text\":\"" + letter + "\"}").getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    ToolLoop loop = loop(FakeTool.echo("echo"));
    model.then(calls(call)).then(says("Done")).then(calls(call));

    assertThat(loop.limits(Limits.DEFAULTS.withToolInputBytes(bytes)).run(question))
        .isInstanceOf(Outcome.Answered.class);

    Outcome outcome = loop.limits(Limits.DEFAULTS.withToolInputBytes(bytes - 1)).run(question);
    assertLimited(outcome, Limits.Name.TOOL_INPUT_BYTES);
    assertThat(outcome.conversation()).isEqualTo(question.conversation());
    assertThat(model.openStreams()).isZero();
  }

  @Test
  void callsBeyondTheParallelLimitWait() throws InterruptedException {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch two = new CountDownLatch(2);
    FakeTool tool =
        new FakeTool(
            "count",
            call -> {
              most.accumulateAndGet(running.incrementAndGet(), Math::max);
              two.countDown();
              two.await();
              running.decrementAndGet();
              return ToolOutcome.text("" + call.id());
            });
    model.then(calls(many(8))).then(says("Done"));

    Outcome outcome = loop(tool).limits(Limits.DEFAULTS.withParallelCalls(2)).run(question);

    assertThat(outcome.calls()).isEqualTo(8);
    assertThat(most.get()).isEqualTo(2);
  }

  @Test
  void totalTimeEndsTheRunBetweenEvents() {
    ToolLoop loop = loop(counter).clocks(Clocks.DEFAULTS.withTotal(Duration.ofSeconds(3)));
    model.then(
        java.util.List.of(
            new ScriptedModel.Cue.Say(ScriptedModel.start()),
            new ScriptedModel.Cue.Wait(Duration.ofSeconds(60))));

    Outcome outcome = loop.run(question);

    assertLimited(outcome, Limits.Name.TOTAL_TIME);
    assertThat(outcome.elapsed()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void totalTimeInterruptsToolsAndKeepsTheTurn() {
    FakeTool slow =
        new FakeTool(
            "slow",
            call -> {
              time.pass(Duration.ofSeconds(3));
              new CountDownLatch(1).await();
              return ToolOutcome.text("never");
            });
    ToolLoop loop =
        loop(slow, counter)
            .clocks(Clocks.DEFAULTS.withTotal(Duration.ofSeconds(3)))
            .limits(Limits.DEFAULTS.withParallelCalls(1));
    model.then(calls(call("a", "slow"), call("b", "count")));

    Outcome outcome = loop.run(question);

    assertLimited(outcome, Limits.Name.TOTAL_TIME);
    assertThat(results(outcome)).hasSize(2).allSatisfy(r -> assertThat(words(r)).contains("time"));
    assertThat(counter.ran()).isEmpty();
  }

  @Test
  void limitsBelowOneAreRefused() {
    assertThatThrownBy(() -> Limits.DEFAULTS.withRounds(0))
        .hasMessage("the limit \"rounds\" is 0, expected 1 or more");
  }
}
