package dev.toolwire.simulator;

import static dev.toolwire.simulator.Caller.CALCULATOR;
import static dev.toolwire.simulator.Caller.COUNT_LETTERS;
import static dev.toolwire.simulator.Caller.PEPPERS;
import static dev.toolwire.simulator.Caller.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.Arrival;
import dev.toolwire.model.ErrorKind;
import dev.toolwire.model.MalformedWireException;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ProviderException;
import dev.toolwire.model.Reply;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.model.TransportException;
import dev.toolwire.model.TruncatedStreamException;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultsTest {

  private static final ModelRequest ASK =
      question(Simulator.DEFAULT_MODEL, PEPPERS, COUNT_LETTERS, CALCULATOR);

  @ParameterizedTest
  @CsvSource({
    "throttling, THROTTLED, 429",
    "validation, VALIDATION, 400",
    "access-denied, ACCESS_DENIED, 403",
    "not-found, NOT_FOUND, 404",
    "timeout, TIMEOUT, 408",
    "model-error, MODEL_ERROR, 424",
    "internal, INTERNAL, 500",
    "unavailable, UNAVAILABLE, 503"
  })
  void aStatusIsATypedErrorWithARequestId(String fault, ErrorKind kind, int status) {
    assertThatThrownBy(() -> struckBy(fault).ask(ASK))
        .asInstanceOf(InstanceOfAssertFactories.type(ProviderException.class))
        .satisfies(error -> {
          assertThat(error.kind()).isEqualTo(kind);
          assertThat(error.fault().status()).isEqualTo(status);
          assertThat(error.fault().requestId()).matches("[0-9a-f-]{36}");
        });
  }

  @Test
  void aStatusMayAskToWait() {
    assertThatThrownBy(() -> struckBy("status 429 retry after 1500ms").ask(ASK))
        .asInstanceOf(InstanceOfAssertFactories.type(ProviderException.class))
        .satisfies(error -> assertThat(error.retryAfter()).contains(Duration.ofMillis(1500)));
  }

  @ParameterizedTest
  @CsvSource({
    "throttlingException, THROTTLED",
    "validationException, VALIDATION",
    "modelStreamErrorException, MODEL_ERROR",
    "internalServerException, INTERNAL",
    "serviceUnavailableException, UNAVAILABLE"
  })
  void aStreamMayFailAfterItHasBegun(String type, ErrorKind kind) {
    assertThatThrownBy(() -> struckBy(type + " after 3 events").ask(ASK))
        .asInstanceOf(InstanceOfAssertFactories.type(ProviderException.class))
        .satisfies(error -> {
          assertThat(error.kind()).isEqualTo(kind);
          assertThat(error.fault().inStream()).isTrue();
        });
  }

  @Test
  void inAnAnswerInOnePieceAnExceptionIsAStatus() {
    Caller caller = struckBy("modelStreamErrorException after 3 events");

    assertThatThrownBy(() -> caller.ask(ASK.withStreaming(false)))
        .asInstanceOf(InstanceOfAssertFactories.type(ProviderException.class))
        .satisfies(error -> assertThat(error.fault().status()).isEqualTo(424));
  }

  @Test
  void aDroppedOrCutConnectionIsTheTransportsError() {
    assertThatThrownBy(() -> struckBy("drop").ask(ASK)).isInstanceOf(TransportException.class);
    assertThatThrownBy(() -> struckBy("cut after 300 bytes").ask(ASK))
        .isInstanceOf(TransportException.class);
    assertThatThrownBy(() -> struckBy("cut after 2 frames").ask(ASK))
        .isInstanceOf(TransportException.class);
  }

  @Test
  void aStreamThatEndsTooEarlyIsTruncated() {
    assertThatThrownBy(() -> struckBy("end after 300 bytes").ask(ASK))
        .isInstanceOf(TruncatedStreamException.class);
    assertThatThrownBy(() -> struckBy("end after 2 frames").ask(ASK))
        .isInstanceOf(TruncatedStreamException.class);
    assertThatThrownBy(() -> struckBy("no messageStop").ask(ASK))
        .isInstanceOf(TruncatedStreamException.class);
  }

  @Test
  void aChangedByteIsNoticed() {
    assertThatThrownBy(() -> struckBy("corrupt byte 130").ask(ASK))
        .isInstanceOf(MalformedWireException.class)
        .hasMessageContaining("CRC");
    assertThatThrownBy(() -> struckBy("bad crc in frame 2").ask(ASK))
        .isInstanceOf(MalformedWireException.class)
        .hasMessageContaining("frame 2");
  }

  @Test
  void anUnknownEventIsPassedOn() {
    assertThat(struckBy("unknown event after 1 events").events(ASK).get(1))
        .isEqualTo(new StreamEvent.Unrecognized("weatherReport", JsonObject.of("sky", "clear")));
  }

  @Test
  void anEmptyInputIsAnEmptyObject() {
    Reply reply = struckBy("empty input").ask(ASK);

    assertThat(reply.toolUses())
        .extracting(ToolUse::input)
        .containsOnly(new ToolInput.Parsed(JsonObject.EMPTY));
  }

  @Test
  void idsMayBeRepeated() {
    List<StreamEvent> events = struckBy("repeated ids").events(ASK);

    assertThat(events)
        .filteredOn(StreamEvent.ToolUseStart.class::isInstance)
        .extracting(event -> ((StreamEvent.ToolUseStart) event).id().value())
        .containsExactly("tooluse_repeated", "tooluse_repeated");
  }

  @Test
  void blocksMayLackTheirEnd() {
    assertThat(struckBy("no contentBlockStop").events(ASK))
        .noneMatch(StreamEvent.ContentBlockStop.class::isInstance)
        .anyMatch(StreamEvent.MessageStop.class::isInstance);
  }

  @Test
  void aSlowDripIsSlow() {
    Arrival.Event first = struckBy("drip 1 bytes every 10ms").arrivals(ASK).getFirst();

    assertThat(first.lastByteNanos() - first.firstByteNanos())
        .isGreaterThan(Duration.ofSeconds(1).toNanos());
  }

  @Test
  void oneRequestIsStruckAndTheNextIsNot() {
    Caller caller =
        Caller.of(Simulator.builder().faults(FaultRule.parse("request 1: throttling")).build());

    assertThatThrownBy(() -> caller.ask(ASK)).isInstanceOf(ProviderException.class);
    assertThat(caller.ask(ASK).toolUses()).hasSize(2);
  }

  @Test
  void aFaultCanBeAskedForBehindTheModelId() {
    Caller caller = Caller.of(Simulator.withBuiltInScripts());

    assertThatThrownBy(
            () -> caller.ask(question(Simulator.DEFAULT_MODEL + "--fault-throttling", "hello")))
        .isInstanceOf(ProviderException.class)
        .hasMessageContaining("Too many requests");
  }

  @Test
  void aFaultThatCannotBeUnderstoodIsAValidationError() {
    assertThatThrownBy(() -> struckBy("explode").ask(ASK))
        .isInstanceOf(ProviderException.class)
        .hasMessageContaining("\"explode\" is no fault");
  }

  private static Caller struckBy(String fault) {
    return Caller.of(Simulator.withBuiltInScripts()).withHeader("x-toolwire-fault", fault);
  }
}
