package dev.toolwire.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.ToolName;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.SilenceException;
import dev.toolwire.model.StreamEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClocksTest extends LoopTest {

  private static final Clocks CLOCKS =
      Clocks.DEFAULTS
          .withFirstEvent(Duration.ofSeconds(30))
          .withBetweenEvents(Duration.ofSeconds(10))
          .withToolInputSilence(Duration.ofSeconds(60))
          .withSilentEvery(Duration.ofSeconds(4));

  private final List<ScriptedModel.Cue> cues = new ArrayList<>();

  private void say(StreamEvent event) {
    cues.add(new ScriptedModel.Cue.Say(event));
  }

  private void pause(int seconds) {
    cues.add(new ScriptedModel.Cue.Wait(Duration.ofSeconds(seconds)));
  }

  private void startToolInput(String text) {
    say(ScriptedModel.start());
    say(
        new StreamEvent.ToolUseStart(
            0, new ToolUseId("c"), new ToolName("write"), JsonObject.EMPTY));
    say(new StreamEvent.ToolInputDelta(0, text));
  }

  private Run start() {
    model.then(cues);
    return loop(FakeTool.echo("write")).clocks(CLOCKS).start(question);
  }

  private Outcome outcome() {
    try (Run run = start()) {
      return run.outcome();
    }
  }

  private static void assertSilence(Outcome outcome, String clock) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed ->
                assertThat(failed.cause())
                    .isInstanceOfSatisfying(
                        SilenceException.class,
                        silence -> assertThat(silence.clock()).isEqualTo(clock)));
  }

  @Test
  void modelThatNeverBeginsBreaksTheFirstEventClock() {
    pause(100);

    Outcome outcome = outcome();

    assertSilence(outcome, "first event");
    assertThat(outcome.elapsed()).isEqualTo(Duration.ofSeconds(30));
    assertThat(model.openStreams()).isZero();
  }

  @Test
  void silenceInTextBreaksTheClockBetweenEvents() {
    say(ScriptedModel.start());
    say(new StreamEvent.TextDelta(0, "The most pop"));
    pause(100);

    Outcome outcome = outcome();

    assertSilence(outcome, "between events");
    assertThat(outcome.elapsed()).isEqualTo(Duration.ofSeconds(10));
    assertThat(((Outcome.Failed) outcome).uncommitted()).hasSize(1);
  }

  @Test
  void silenceJustShortOfTheLimitDoesNoHarm() {
    say(ScriptedModel.start());
    cues.add(new ScriptedModel.Cue.Wait(Duration.ofSeconds(10).minusNanos(1)));
    say(new StreamEvent.MessageStop(StopReason.Known.END_TURN, JsonObject.EMPTY));

    assertThat(outcome()).isInstanceOf(Outcome.Answered.class);
  }

  @Test
  void silenceInToolInputHasALongerClockOfItsOwn() {
    startToolInput("{\"text\":\"é");
    pause(100);

    Outcome outcome = outcome();

    assertSilence(outcome, "tool input silence");
    assertThat(outcome.elapsed()).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void clockForTextIsBackOnceTheToolInputIsComplete() {
    startToolInput("{}");
    say(new StreamEvent.ContentBlockStop(0));
    pause(100);

    assertSilence(outcome(), "between events");
  }

  @Test
  void silenceIsReportedOnASchedule() {
    startToolInput("{\"text\":\"é");
    pause(9);
    say(new StreamEvent.ToolInputDelta(0, "\"}"));
    say(new StreamEvent.ContentBlockStop(0));
    pause(5);
    say(new StreamEvent.MessageStop(StopReason.Known.REFUSAL, JsonObject.EMPTY));

    List<LoopEvent> events;
    try (Run run = start()) {
      events = drain(run);
    }

    assertThat(only(LoopEvent.Silent.class, events))
        .containsExactly(
            new LoopEvent.Silent(1, "write", Duration.ofSeconds(4), 11),
            new LoopEvent.Silent(1, "write", Duration.ofSeconds(8), 11),
            new LoopEvent.Silent(1, "text", Duration.ofSeconds(4), 0));
  }

  @Test
  void pingIsASignOfLifeButNoContent() {
    say(ScriptedModel.start());
    pause(7);
    say(new StreamEvent.Ping());
    pause(7);
    say(new StreamEvent.MessageStop(StopReason.Known.END_TURN, JsonObject.EMPTY));

    List<LoopEvent> events;
    try (Run run = start()) {
      events = drain(run);
      assertThat(run.outcome()).isInstanceOf(Outcome.Answered.class);
    }

    assertThat(only(LoopEvent.Silent.class, events))
        .extracting(LoopEvent.Silent::lasted)
        .containsExactly(Duration.ofSeconds(4), Duration.ofSeconds(8), Duration.ofSeconds(12));
  }

  @Test
  void clocksMustBePositive() {
    assertThatThrownBy(() -> Clocks.DEFAULTS.withTotal(Duration.ZERO))
        .hasMessageStartingWith("the clock \"total\" is PT0S, expected more than zero");
  }
}
