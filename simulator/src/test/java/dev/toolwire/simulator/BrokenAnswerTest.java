package dev.toolwire.simulator;

import static dev.toolwire.simulator.RefusedRequestTest.assertFailed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.loop.Clocks;
import dev.toolwire.loop.LoopEvent;
import dev.toolwire.loop.Outcome;
import dev.toolwire.model.MalformedWireException;
import dev.toolwire.model.ModelException;
import dev.toolwire.model.ProviderException;
import dev.toolwire.model.SilenceException;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.model.TransportException;
import dev.toolwire.model.TruncatedStreamException;
import dev.toolwire.simulator.Trial.Result;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Faults in an answer that has begun, or nearly.
class BrokenAnswerTest {

  private static final Clocks SHORT =
      Clocks.DEFAULTS
          .withBetweenEvents(Duration.ofMillis(200))
          .withToolInputSilence(Duration.ofMillis(200))
          .withSilentEvery(Duration.ofMillis(50));

  @Test
  @DisplayName("cut before the first event")
  void aCutBeforeTheFirstEventIsTriedAgain() {
    for (int struck = 1; struck <= 2; struck++) {
      Result result = Trial.with("request " + struck + ": cut after 20 bytes").runOverHttp();

      assertThat(result.outcome()).isInstanceOf(Outcome.Answered.class);
      assertThat(result.requests()).isEqualTo(3);
      assertThat(result.runs()).isOne();
    }
  }

  @Test
  @DisplayName("stream that ends before the first event")
  void anEmptyStreamIsNotTriedAgain() {
    assertFailedAtOnce("end after 0 frames", TruncatedStreamException.class, "messageStop");
  }

  @Test
  @DisplayName("cut mid-frame")
  void aCutAmidFramesIsNotTriedAgain() {
    assertFailedAtOnce("cut after 400 bytes", TransportException.class, "cut");
  }

  @Test
  @DisplayName("stream that ends mid-frame")
  void anEndAmidFramesIsNotTriedAgain() {
    assertFailedAtOnce("end after 400 bytes", TruncatedStreamException.class, "");
  }

  @Test
  @DisplayName("stream without messageStop")
  void aStreamWithoutItsEndIsNotTriedAgain() {
    assertFailedAtOnce("no messageStop", TruncatedStreamException.class, "messageStop");
  }

  @Test
  @DisplayName("bad CRC")
  void aWrongChecksumIsNotTriedAgain() {
    assertFailedAtOnce("bad crc in frame 1", MalformedWireException.class, "CRC");
    assertFailedAtOnce("bad crc in frame 3", MalformedWireException.class, "CRC");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "internalServerException",
        "modelStreamErrorException",
        "validationException",
        "throttlingException",
        "serviceUnavailableException",
        "somethingNewException"
      })
  @DisplayName("in-stream exception of each kind")
  void anExceptionInTheStreamIsNotTriedAgain(String kind) {
    String type = kind.substring(1) + " (in the stream";

    assertFailedAtOnce(kind + " after 2 events", ProviderException.class, type);
  }

  @Test
  @DisplayName("in-stream exception before the first event")
  void anExceptionInsteadOfTheFirstEventIsTriedAgainIfThatMayHelp() {
    Result result = Trial.with("request 2: throttlingException after 0 events").run();

    assertThat(result.outcome()).isInstanceOf(Outcome.Answered.class);
    assertThat(result.requests()).isEqualTo(3);
    assertThat(result.runs()).isOne();
    assertFailedAtOnce(
        "modelStreamErrorException after 0 events",
        ProviderException.class,
        "ModelStreamErrorException (in the stream");
  }

  @Test
  @DisplayName("silence in text")
  void aTextThatGoesSilentEndsTheRun() {
    Result result = Trial.with("request 2: stall forever in text").clocks(SHORT).runOverHttp();

    assertFailed(result, SilenceException.class, "between events");
    assertThat(result.requests()).isEqualTo(2);
    assertThat(result.runs()).isOne();
    assertThat(result.events(LoopEvent.Silent.class).getFirst().about()).isEqualTo("text");
  }

  @Test
  @DisplayName("silence in tool input")
  void aToolInputThatGoesSilentEndsTheRun() {
    Result result =
        Trial.with("request 1: stall forever in tool input").clocks(SHORT).runOverHttp();

    assertFailed(result, SilenceException.class, "tool input silence");
    assertThat(result.requests()).isOne();
    assertThat(result.runs()).isOne();
    assertThat(result.events(LoopEvent.Silent.class).getFirst().about()).isEqualTo("top_song");
  }

  @Test
  @DisplayName("unknown event")
  void anUnknownEventIsPassedOnAndDoesNoHarm() {
    Result result = Trial.with("every request: unknown event after 2 events").run();

    assertThat(result.outcome()).isInstanceOf(Outcome.Answered.class);
    assertThat(result.requests()).isEqualTo(2);
    assertThat(result.runs()).isOne();
    assertThat(result.events(LoopEvent.ModelEvent.class))
        .filteredOn(event -> event.arrival().event() instanceof StreamEvent.Unrecognized)
        .hasSize(2);
  }

  private static void assertFailedAtOnce(
      String fault, Class<? extends ModelException> kind, String words) {
    for (int struck = 1; struck <= 2; struck++) {
      Trial trial = Trial.with("request " + struck + ": " + fault);
      for (Result result : new Result[] {trial.run(), trial.fresh().runOverHttp()}) {
        assertFailed(result, kind, words);
        assertThat(result.requests()).isEqualTo(struck);
        assertThat(result.runs()).isOne();
      }
    }
  }
}
