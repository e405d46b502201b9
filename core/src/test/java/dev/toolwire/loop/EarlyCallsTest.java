package dev.toolwire.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolName;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.model.Reply;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.tool.ToolOutcome;
import dev.toolwire.tool.ToolTraits;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class EarlyCallsTest extends LoopTest {

  private final CountDownLatch running = new CountDownLatch(1);
  private final FakeTool idempotent =
      new FakeTool(
          "look",
          ToolTraits.DEFAULTS.asIdempotent(),
          call -> {
            running.countDown();
            return ToolOutcome.text("seen");
          });

  @Test
  void idempotentToolRunsWhileTheModelStillWrites() {
    model.then(beforeTheEnd(calls(call("c", "look")))).then(says("Done"));

    List<LoopEvent> events;
    try (Run run = loop(idempotent).start(question)) {
      events = drain(run);
      assertThat(run.outcome()).isInstanceOf(Outcome.Answered.class);
      assertThat(run.outcome().calls()).isEqualTo(1);
    }

    assertThat(idempotent.ran()).hasSize(1);
    assertThat(events.indexOf(only(LoopEvent.CallStarted.class, events).getFirst()))
        .isLessThan(events.indexOf(only(LoopEvent.ReplyReceived.class, events).getFirst()));
    assertThat(only(LoopEvent.CallFinished.class, events)).hasSize(1);
  }

  /// The reply, whose last but one event comes only after the tool has started.
  private List<ScriptedModel.Cue> beforeTheEnd(Reply reply) {
    List<ScriptedModel.Cue> cues = new ArrayList<>(ScriptedModel.says(reply.events()));
    cues.add(cues.size() - 2, new ScriptedModel.Cue.Do(this::awaitTool));
    return cues;
  }

  private void awaitTool() {
    try {
      running.await();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  @Test
  void resultIsDroppedIfTheMessageTurnsOutUnusable() {
    model.then(
        beforeTheEnd(
            new Reply(List.of(call("c", "look")), StopReason.Known.CONTENT_FILTERED, TOKENS)));

    List<LoopEvent> events;
    Outcome outcome;
    try (Run run = loop(idempotent).start(question)) {
      events = drain(run);
      outcome = run.outcome();
    }

    assertThat(outcome).isInstanceOf(Outcome.Stopped.class);
    assertThat(outcome.conversation()).isEqualTo(question.conversation());
    assertThat(outcome.calls()).isZero();
    assertThat(only(LoopEvent.CallDropped.class, events)).hasSize(1);
    assertThat(only(LoopEvent.CallFinished.class, events)).isEmpty();
  }

  @Test
  void callThatLookedCompleteAndWasCutIsNeverUsed() {
    ToolUse call = call("c", "look");
    model
        .then(
            beforeTheEnd(new Reply(List.of(call), StopReason.Known.TOOL_USE, TOKENS)).stream()
                .map(EarlyCallsTest::cut)
                .toList())
        .then(says("Done"));

    List<LoopEvent> events;
    Outcome outcome;
    try (Run run = loop(idempotent).onCutInput(CutInput.ASK_AGAIN).start(question)) {
      events = drain(run);
      outcome = run.outcome();
    }

    assertThat(only(LoopEvent.CallDropped.class, events)).hasSize(1);
    assertThat(words(results(outcome).getFirst())).contains("was not run");
  }

  private static ScriptedModel.Cue cut(ScriptedModel.Cue cue) {
    return cue instanceof ScriptedModel.Cue.Say(StreamEvent.MessageStop(_, var extra))
        ? new ScriptedModel.Cue.Say(new StreamEvent.MessageStop(StopReason.Known.MAX_TOKENS, extra))
        : cue;
  }

  @Test
  void answerThatIsReplayedStartsItsCallsAnew() {
    List<ScriptedModel.Cue> cues = new ArrayList<>();
    List<StreamEvent> events = calls(call("c", "look")).events();
    cues.addAll(ScriptedModel.says(events.subList(0, events.size() - 2)));
    cues.addAll(ScriptedModel.says(events));
    model.then(cues).then(says("Done"));

    List<LoopEvent> told;
    Outcome outcome;
    try (Run run = loop(idempotent).start(question)) {
      told = drain(run);
      outcome = run.outcome();
    }

    assertThat(outcome).isInstanceOf(Outcome.Answered.class);
    assertThat(only(LoopEvent.CallDropped.class, told)).hasSize(1);
    assertThat(only(LoopEvent.CallFinished.class, told)).hasSize(1);
  }

  @Test
  void otherToolsWaitForTheEndOfTheMessage() {
    FakeTool plain = FakeTool.echo("plain");
    FakeTool exclusive =
        new FakeTool(
            "exclusive",
            ToolTraits.DEFAULTS.asIdempotent().asExclusive(),
            call -> ToolOutcome.text("x"));
    model.then(
        new Reply(
            List.of(call("a", "plain"), call("b", "exclusive"), invalid()),
            StopReason.Known.REFUSAL,
            TOKENS));

    Outcome outcome = loop(plain, exclusive, idempotent).run(question);

    assertThat(outcome).isInstanceOf(Outcome.Stopped.class);
    assertThat(plain.ran()).isEmpty();
    assertThat(exclusive.ran()).isEmpty();
    assertThat(idempotent.ran()).isEmpty();
  }

  private static ToolUse invalid() {
    return new ToolUse(
        new ToolUseId("c"), new ToolName("look"), new ToolInput.Malformed("[[", "no object"));
  }
}
