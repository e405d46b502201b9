package dev.toolwire.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.toolwire.conversation.StopReason;
import dev.toolwire.loop.LoopEvent;
import dev.toolwire.loop.Outcome;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.model.TruncatedStreamException;
import dev.toolwire.simulator.Trial.Result;
import org.junit.jupiter.api.Timeout;

/// Answers that are complete, or nearly, and unlike what was expected.
@Timeout(60)
class OddAnswerTest {

  @FaultRow(
      value = "no end mark",
      on = {TestWire.MESSAGES, TestWire.CHAT},
      elsewhere = "no end mark")
  void anAnswerWithoutItsEndMarkIsWholeOnlyWhereSomethingElseEndsIt(TestWire wire) {
    Result result = Trial.with("request 1: no end mark").on(wire).run();

    if (wire == TestWire.CHAT) {
      assertAnswered(result);
      return;
    }
    RefusedRequestTest.assertFailed(result, TruncatedStreamException.class, wire.endMark());
    assertThat(result.runs()).isOne();
  }

  @FaultRow(
      value = "ping storm",
      on = {TestWire.MESSAGES, TestWire.CHAT},
      elsewhere = "ping storm")
  void aStormOfPingsDoesNoHarm(TestWire wire) {
    Result result = Trial.with("every request: ping storm").on(wire).run();

    assertAnswered(result);
    assertThat(result.events(LoopEvent.ModelEvent.class))
        .filteredOn(event -> event.arrival().event() instanceof StreamEvent.Ping)
        .hasSizeGreaterThan(500);
  }

  @FaultRow("lying stop reason")
  void callsAreRunWhateverTheStopReasonSays(TestWire wire) {
    assertAnswered(Trial.with("request 1: lying stop reason").on(wire).run());
  }

  @FaultRow("whole calls")
  void anInputMayComeInOnePiece(TestWire wire) {
    assertAnswered(Trial.with("request 1: whole calls").on(wire).run());
  }

  @FaultRow("repeated ids")
  void aCallIdThatWasUsedBeforeIsHeardAgain(TestWire wire) {
    Result result = Trial.with("every request: repeated ids").on(wire).run();

    assertAnswered(result);
  }

  @FaultRow("empty input")
  void anEmptyInputIsCheckedLikeAnyOther(TestWire wire) {
    Result result = Trial.with("request 1: empty input").on(wire).run();

    assertThat(result.outcome()).isInstanceOf(Outcome.Answered.class);
    assertThat(result.toolResults()).contains("ERROR").contains("top_song was not run");
    assertThat(result.runs()).isZero();
  }

  @FaultRow(
      value = "invalid JSON of an eager input",
      on = {TestWire.CONVERSE, TestWire.MESSAGES, TestWire.INVOKE},
      elsewhere = "invalid eager input")
  void anEagerInputThatIsNoJsonIsRefusedWithWords(TestWire wire) {
    Result result = Trial.with("request 1: invalid eager input").eager().on(wire).run();

    assertThat(result.outcome()).isInstanceOf(Outcome.Answered.class);
    assertThat(result.toolResults()).contains("ERROR").contains("top_song was not run");
    assertThat(result.requests()).isEqualTo(2);
    assertThat(result.runs()).isZero();
  }

  @FaultRow(
      value = "pause turn",
      on = {TestWire.MESSAGES, TestWire.INVOKE},
      elsewhere = "pause turn")
  void aPausedTurnStopsTheRun(TestWire wire) {
    assertStopped(Trial.with("request 1: pause turn").on(wire).run(), StopReason.Known.PAUSE_TURN);
  }

  @FaultRow(
      value = "refusal",
      on = {TestWire.MESSAGES, TestWire.CHAT, TestWire.INVOKE},
      elsewhere = "refusal")
  void aRefusalStopsTheRun(TestWire wire) {
    assertStopped(
        Trial.with("request 1: refusal").on(wire).run(),
        wire == TestWire.CHAT ? StopReason.Known.CONTENT_FILTERED : StopReason.Known.REFUSAL);
  }

  @FaultRow("empty turn")
  void anEmptyTurnIsAnEmptyAnswer(TestWire wire) {
    Result result = Trial.with("request 2: empty turn").on(wire).run();

    assertThat(result.outcome())
        .asInstanceOf(type(Outcome.Answered.class))
        .satisfies(answered -> assertThat(answered.reply().content()).isEmpty());
    assertThat(result.runs()).isOne();
  }

  @FaultRow(value = "interleaved calls", on = TestWire.CHAT, elsewhere = "interleaved calls")
  void callsMayComeInTurns(TestWire wire) {
    assertBothCalled(wire, "interleaved calls");
  }

  @FaultRow(value = "no call index", on = TestWire.CHAT, elsewhere = "no call index")
  void piecesOfCallsNeedNoIndex(TestWire wire) {
    assertBothCalled(wire, "no call index");
  }

  @FaultRow(value = "late call names", on = TestWire.CHAT, elsewhere = "late call names")
  void aCallMayBeNamedLate(TestWire wire) {
    assertBothCalled(wire, "late call names");
  }

  @FaultRow(value = "object arguments", on = TestWire.CHAT, elsewhere = "object arguments")
  void argumentsMayBeAnObject(TestWire wire) {
    assertBothCalled(wire, "object arguments");
  }

  /// Two calls in one answer, of which each must run, with its own input.
  private static void assertBothCalled(TestWire wire, String fault) {
    Result result =
        Trial.calling(
                """
                call: [ { tool: top_song, input: { sign: WZPZ } }, { tool: top_song, input: { sign: "NONE" } } ]
                  - when:
                      user: song
                      results: [ { tool: top_song, as: one }, { tool: top_song, status: error, as: two } ]
                    say: The one has a chart, the other has none.
                """,
                "request 1: " + fault)
            .on(wire)
            .run();

    assertThat(result.outcome()).isInstanceOf(Outcome.Answered.class);
    assertThat(result.toolResults()).contains("Elemental Hotel").contains("station not found");
    assertThat(result.requests()).isEqualTo(2);
    assertThat(result.runs()).isEqualTo(2);
  }

  private static void assertAnswered(Result result) {
    assertThat(result.outcome()).isInstanceOf(Outcome.Answered.class);
    assertThat(result.requests()).isEqualTo(2);
    assertThat(result.runs()).isOne();
  }

  private static void assertStopped(Result result, StopReason reason) {
    assertThat(result.outcome())
        .asInstanceOf(type(Outcome.Stopped.class))
        .satisfies(stopped -> assertThat(stopped.reason()).isEqualTo(reason));
    assertThat(result.requests()).isOne();
    assertThat(result.runs()).isOne();
  }
}
