package dev.toolwire.lab.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.Usage;
import dev.toolwire.json.JsonObject;
import dev.toolwire.loop.LoopEvent;
import dev.toolwire.loop.LoopState;
import dev.toolwire.loop.Outcome;
import dev.toolwire.model.Arrival;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.Reply;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.rescue.Provenance;
import dev.toolwire.tool.InputChange;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The record of a turn says what its events said, and when.
class TurnRecorderTest {

  private static final ModelRequest REQUEST =
      ModelRequest.to(new ModelId("m"), Conversation.startingWith("Go."));
  private static final LoopEvent PING =
      new LoopEvent.ModelEvent(1, new Arrival.Event(new StreamEvent.Ping(), 7, 7));
  private static final ToolUse FIRST = ToolUse.of("a", "go", JsonObject.of("n", "1"));
  private static final ToolUse MENDED = ToolUse.of("a", "go", JsonObject.of("n", 1));
  private static final ToolUse SECOND = ToolUse.of("b", "stay", JsonObject.EMPTY);

  private static LoopEvent reply(int round, ContentBlock... blocks) {
    return new LoopEvent.ReplyReceived(
        round, new Reply(List.of(blocks), StopReason.Known.TOOL_USE, Usage.NONE));
  }

  private static LoopEvent finished() {
    return new LoopEvent.Finished(
        new Outcome.Answered(
            new Reply(List.of(new Text("Gone.")), StopReason.Known.END_TURN, Usage.NONE),
            LoopState.of(REQUEST)));
  }

  private static TurnRecord recorded(LoopEvent... events) {
    TurnRecorder recorder = new TurnRecorder("Go.");
    long nanos = 0;
    for (LoopEvent event : events) {
      recorder.take(event, nanos);
      nanos += 10;
    }
    return recorder.turn();
  }

  @Test
  void callsStandAsWrittenAndAsTheyRan() {
    InputChange change = new InputChange("/n", InputChange.Kind.UNQUOTED, "\"1\"", "1");
    Provenance from = new Provenance("json", "marked", List.of());

    TurnRecord turn =
        recorded(
            new LoopEvent.RoundStarted(1, REQUEST), // 0
            PING, // 10
            PING, // 20
            new LoopEvent.CallRescued(1, FIRST.id(), FIRST.name(), from), // 30
            reply(1, new Text("Off I go."), FIRST, SECOND), // 40
            new LoopEvent.InputRepaired(1, FIRST, JsonObject.of("n", 1), List.of(change)), // 50
            new LoopEvent.CallStarted(1, MENDED), // 60
            new LoopEvent.CallFinished(
                1, SECOND, ToolResult.error(SECOND.id(), "no such tool"), Duration.ZERO), // 70
            new LoopEvent.CallFinished(
                1,
                MENDED,
                ToolResult.success(MENDED.id(), new Text("went"), new Text("far")),
                Duration.ofNanos(5)), // 80
            new LoopEvent.RoundStarted(2, REQUEST), // 90
            reply(2, new Text("Gone.")), // 100
            finished()); // 110

    assertThat(turn.user()).isEqualTo("Go.");
    assertThat(turn.took()).isEqualTo(Duration.ofNanos(110));
    assertThat(turn.answer()).isEqualTo("Gone.");
    assertThat(turn.rounds())
        .containsExactly(
            new RoundRecord(
                Duration.ZERO,
                Duration.ofNanos(10),
                Duration.ofNanos(40),
                "Off I go.",
                List.of(
                    new CallRecord(
                        "a",
                        "go",
                        FIRST.input(),
                        Optional.of(JsonObject.of("n", 1)),
                        List.of(change),
                        Optional.of(from),
                        false,
                        "went\nfar",
                        Duration.ofNanos(60),
                        Duration.ofNanos(5)),
                    new CallRecord(
                        "b",
                        "stay",
                        SECOND.input(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        true,
                        "no such tool",
                        Duration.ofNanos(40),
                        Duration.ZERO))),
            new RoundRecord(
                Duration.ofNanos(90),
                Duration.ofNanos(100),
                Duration.ofNanos(100),
                "Gone.",
                List.of()));
  }

  @Test
  void aRoundThatBrokeOffEndsWithTheTurn() {
    TurnRecord turn =
        recorded(
            new LoopEvent.RoundStarted(1, REQUEST),
            new LoopEvent.Finished(new Outcome.Cancelled(List.of(), LoopState.of(REQUEST))));

    assertThat(turn.ending().kind()).isEqualTo(Ending.Kind.CANCELLED);
    assertThat(turn.answer()).isEmpty();
    assertThat(turn.rounds())
        .containsExactly(
            new RoundRecord(
                Duration.ZERO, Duration.ofNanos(10), Duration.ofNanos(10), "", List.of()));
  }

  @Test
  void aCallThatTheLoopNamedComesLast() {
    ToolUse renamed = ToolUse.of("a-2", "go", JsonObject.EMPTY);

    TurnRecord turn =
        recorded(
            new LoopEvent.RoundStarted(1, REQUEST),
            reply(1, FIRST, SECOND),
            new LoopEvent.CallFinished(1, renamed, ToolResult.success(renamed.id()), Duration.ZERO),
            new LoopEvent.CallFinished(1, SECOND, ToolResult.success(SECOND.id()), Duration.ZERO),
            new LoopEvent.CallFinished(1, FIRST, ToolResult.success(FIRST.id()), Duration.ZERO),
            finished());

    assertThat(turn.calls().map(CallRecord::id)).containsExactly("a", "b", "a-2");
  }

  @Test
  void anInputThatIsNoObjectNeverRan() {
    ToolUse cut = FIRST.withInput(new ToolInput.Truncated("{\"n"));

    TurnRecord turn =
        recorded(
            new LoopEvent.RoundStarted(1, REQUEST),
            reply(1, cut),
            new LoopEvent.CallFinished(1, cut, ToolResult.error(cut.id(), "cut"), Duration.ZERO),
            finished());

    assertThat(turn.calls())
        .singleElement()
        .satisfies(call -> {
          assertThat(call.isRefused()).isTrue();
          assertThat(call.isValidAsWritten()).isFalse();
          assertThat(call.written()).isEqualTo(new ToolInput.Truncated("{\"n"));
        });
  }

  @Test
  void aTurnThatIsNotOverHasNoRecord() {
    TurnRecorder recorder = new TurnRecorder("Go.");
    recorder.take(new LoopEvent.RoundStarted(1, REQUEST), 0);

    assertThatThrownBy(recorder::turn)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the run is not over; give the recorder all its events");
  }
}
