package dev.toolwire.simulator;

import static dev.toolwire.simulator.RefusedRequestTest.assertFailed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.loop.Clocks;
import dev.toolwire.loop.LoopEvent;
import dev.toolwire.loop.Outcome;
import dev.toolwire.model.ErrorKind;
import dev.toolwire.model.MalformedWireException;
import dev.toolwire.model.ModelException;
import dev.toolwire.model.ProviderException;
import dev.toolwire.model.SilenceException;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.model.TransportException;
import dev.toolwire.model.TruncatedStreamException;
import dev.toolwire.simulator.Trial.Result;
import java.time.Duration;
import java.util.List;

/// Faults in an answer that has begun, or nearly.
class BrokenAnswerTest {

  private static final Clocks SHORT =
      Clocks.DEFAULTS
          .withBetweenEvents(Duration.ofMillis(200))
          .withToolInputSilence(Duration.ofMillis(200))
          .withSilentEvery(Duration.ofMillis(50));

  private static final List<String> IN_STREAM =
      List.of(
          "internalServerException",
          "modelStreamErrorException",
          "validationException",
          "throttlingException",
          "serviceUnavailableException",
          "overloaded_error");

  @FaultRow("cut before the first event")
  void aCutBeforeTheFirstEventIsTriedAgain(TestWire wire) {
    for (int struck = 1; struck <= 2; struck++) {
      Result result =
          Trial.with("request " + struck + ": cut after 20 bytes").on(wire).runOverHttp();

      assertThat(result.outcome()).isInstanceOf(Outcome.Answered.class);
      assertThat(result.requests()).isEqualTo(3);
      assertThat(result.runs()).isOne();
    }
  }

  @FaultRow("stream that ends before the first event")
  void anEmptyStreamIsNotTriedAgain(TestWire wire) {
    assertFailedAtOnce(wire, "end after 0 frames", TruncatedStreamException.class, wire.endMark());
  }

  @FaultRow("cut mid-frame")
  void aCutAmidFramesIsNotTriedAgain(TestWire wire) {
    assertFailedAtOnce(wire, "cut after 600 bytes", TransportException.class, "cut");
  }

  @FaultRow("stream that ends mid-frame")
  void anEndAmidFramesIsNotTriedAgain(TestWire wire) {
    assertFailedAtOnce(wire, "end after 600 bytes", TruncatedStreamException.class, "");
  }

  @FaultRow("stream without messageStop")
  void aStreamWithoutItsEndIsNotTriedAgain(TestWire wire) {
    assertFailedAtOnce(wire, "no messageStop", TruncatedStreamException.class, wire.endMark());
  }

  @FaultRow(
      value = "stream without ends of blocks",
      on = {TestWire.CONVERSE, TestWire.MESSAGES, TestWire.INVOKE},
      elsewhere = "no contentBlockStop")
  void aStreamWhoseBlocksDoNotEndIsNotTriedAgain(TestWire wire) {
    assertFailedAtOnce(wire, "no contentBlockStop", MalformedWireException.class, "IN_BLOCK");
  }

  @FaultRow(
      value = "bad CRC",
      on = {TestWire.CONVERSE, TestWire.INVOKE},
      elsewhere = "bad crc in frame 1")
  void aWrongChecksumIsNotTriedAgain(TestWire wire) {
    assertFailedAtOnce(wire, "bad crc in frame 1", MalformedWireException.class, "CRC");
    assertFailedAtOnce(wire, "bad crc in frame 3", MalformedWireException.class, "CRC");
  }

  @FaultRow("in-stream error of each kind")
  void anErrorInTheStreamIsNotTriedAgain(TestWire wire) {
    for (String kind : IN_STREAM) {
      String type = wire.name(Failures.kind(kind)) + " (in the stream";

      assertFailedAtOnce(wire, kind + " after 2 events", ProviderException.class, type);
    }
    assertFailedAtOnce(
        wire, "somethingNewException after 2 events", ProviderException.class, "(in the stream");
  }

  @FaultRow("in-stream error before the first event")
  void anExceptionInsteadOfTheFirstEventIsTriedAgainIfThatMayHelp(TestWire wire) {
    Result result = Trial.with("request 2: throttlingException after 0 events").on(wire).run();

    assertThat(result.outcome()).isInstanceOf(Outcome.Answered.class);
    assertThat(result.requests()).isEqualTo(3);
    assertThat(result.runs()).isOne();
    assertFailedAtOnce(
        wire,
        "validationException after 0 events",
        ProviderException.class,
        wire.name(ErrorKind.VALIDATION) + " (in the stream");
  }

  @FaultRow(
      value = "bad JSON in an event",
      on = {TestWire.MESSAGES, TestWire.CHAT},
      elsewhere = "bad json in frame 1")
  void anEventThatIsNoJsonIsNotTriedAgain(TestWire wire) {
    assertFailedAtOnce(wire, "bad json in frame 1", MalformedWireException.class, "JSON");
    assertFailedAtOnce(wire, "bad json in frame 4", MalformedWireException.class, "JSON");
  }

  @FaultRow("silence in text")
  void aTextThatGoesSilentEndsTheRun(TestWire wire) {
    Result result =
        Trial.with("request 2: stall forever in text").on(wire).clocks(SHORT).runOverHttp();

    assertFailed(result, SilenceException.class, "between events");
    assertThat(result.requests()).isEqualTo(2);
    assertThat(result.runs()).isOne();
    assertThat(result.events(LoopEvent.Silent.class))
        .extracting(LoopEvent.Silent::about)
        .contains("text");
  }

  @FaultRow("silence in tool input")
  void aToolInputThatGoesSilentEndsTheRun(TestWire wire) {
    Result result =
        Trial.with("request 1: stall forever in tool input").on(wire).clocks(SHORT).runOverHttp();

    assertFailed(result, SilenceException.class, "tool input silence");
    assertThat(result.requests()).isOne();
    assertThat(result.runs()).isOne();
    assertThat(result.events(LoopEvent.Silent.class))
        .extracting(LoopEvent.Silent::about)
        .contains("top_song");
  }

  @FaultRow("unknown event")
  void anUnknownEventIsPassedOnAndDoesNoHarm(TestWire wire) {
    Result result = Trial.with("every request: unknown event after 2 events").on(wire).run();

    assertThat(result.outcome()).isInstanceOf(Outcome.Answered.class);
    assertThat(result.requests()).isEqualTo(2);
    assertThat(result.runs()).isOne();
    assertThat(result.events(LoopEvent.ModelEvent.class))
        .filteredOn(event -> event.arrival().event() instanceof StreamEvent.Unrecognized)
        .hasSize(wire == TestWire.CHAT ? 0 : 2);
  }

  private static void assertFailedAtOnce(
      TestWire wire, String fault, Class<? extends ModelException> kind, String words) {
    for (int struck = 1; struck <= 2; struck++) {
      Trial trial = Trial.with("request " + struck + ": " + fault).on(wire);
      for (Result result : new Result[] {trial.run(), trial.fresh().runOverHttp()}) {
        assertFailed(result, kind, words);
        assertThat(result.requests()).isEqualTo(struck);
        assertThat(result.runs()).isOne();
      }
    }
  }
}
