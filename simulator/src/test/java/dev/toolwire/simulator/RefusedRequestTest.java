package dev.toolwire.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.toolwire.loop.Outcome;
import dev.toolwire.model.ErrorKind;
import dev.toolwire.model.ModelException;
import dev.toolwire.model.ProviderException;
import dev.toolwire.model.TransportException;
import dev.toolwire.simulator.Trial.Result;

/// Faults that leave a request without an answer. Each is tried on the request before the tool runs
/// and on the one after it.
class RefusedRequestTest {

  @FaultRow("refused connection")
  void refusedConnectionsAreTriedFourTimes(TestWire wire) {
    Result result = Trial.with().on(wire).runRefused();

    assertFailed(result, TransportException.class, "nobody listens there");
    assertThat(result.requests()).isEqualTo(4);
    assertThat(result.runs()).isOne();
  }

  @FaultRow("dropped connection")
  void aDroppedConnectionIsTriedAgain(TestWire wire) {
    assertAnsweredAtTheSecondAttempt(wire, "drop");
  }

  @FaultRow("429 with a retry hint")
  void throttlingWithAHintIsTriedAgain(TestWire wire) {
    assertAnsweredAtTheSecondAttempt(wire, "status 429 ThrottlingException retry after 2s");
  }

  @FaultRow("429 with a hint of more than a minute")
  void aHintBeyondPatienceIsNotWaitedFor(TestWire wire) {
    Result result =
        Trial.with("first 9 requests: status 429 ThrottlingException retry after 90s")
            .on(wire)
            .run();

    assertFailed(result, ProviderException.class, wire.name(ErrorKind.THROTTLED) + " (HTTP 429");
    assertThat(result.requests()).isOne();
    assertThat(result.runs()).isOne();
  }

  @FaultRow("429 without a hint")
  void throttlingWithoutAHintIsTriedAgain(TestWire wire) {
    assertAnsweredAtTheSecondAttempt(wire, "status 429");
  }

  @FaultRow("500")
  void anInternalErrorIsTriedAgain(TestWire wire) {
    assertAnsweredAtTheSecondAttempt(wire, "status 500");
  }

  @FaultRow("503")
  void anUnavailableServiceIsTriedAgain(TestWire wire) {
    assertAnsweredAtTheSecondAttempt(wire, "status 503");
  }

  @FaultRow("503 that lasts")
  void anErrorThatLastsEndsTheRunAfterFourAttempts(TestWire wire) {
    Result result = Trial.with("every request: status 503").on(wire).run();

    assertFailed(result, ProviderException.class, wire.name(ErrorKind.UNAVAILABLE) + " (HTTP 50");
    assertThat(result.requests()).isEqualTo(4);
    assertThat(result.runs()).isOne();
  }

  @FaultRow("403")
  void aRefusalEndsTheRunAtOnce(TestWire wire) {
    for (int struck = 1; struck <= 2; struck++) {
      Result result = Trial.with("request " + struck + ": status 403").on(wire).run();

      assertFailed(
          result, ProviderException.class, wire.name(ErrorKind.ACCESS_DENIED) + " (HTTP 403");
      assertThat(result.requests()).isEqualTo(struck);
      assertThat(result.runs()).isOne();
    }
  }

  @FaultRow("overloaded")
  void anOverloadedServiceIsTriedAgain(TestWire wire) {
    assertAnsweredAtTheSecondAttempt(wire, "overloaded");
  }

  @FaultRow("used-up quota")
  void aQuotaThatIsUsedUpEndsTheRunAtOnce(TestWire wire) {
    Result result = Trial.with("request 1: insufficient quota").on(wire).run();

    assertFailed(result, ProviderException.class, wire.name(ErrorKind.QUOTA) + " (HTTP 4");
    assertThat(result.requests()).isOne();
    assertThat(result.runs()).isOne();
  }

  private static void assertAnsweredAtTheSecondAttempt(TestWire wire, String fault) {
    for (int struck = 1; struck <= 2; struck++) {
      Trial trial = Trial.with("request " + struck + ": " + fault).on(wire);
      for (Result result : new Result[] {trial.run(), trial.fresh().runOverHttp()}) {
        assertThat(result.outcome()).isInstanceOf(Outcome.Answered.class);
        assertThat(result.requests()).isEqualTo(3);
        assertThat(result.runs()).isOne();
      }
    }
  }

  static void assertFailed(Result result, Class<? extends ModelException> kind, String words) {
    assertThat(result.outcome())
        .asInstanceOf(type(Outcome.Failed.class))
        .extracting(Outcome.Failed::cause)
        .satisfies(cause -> assertThat(cause).isInstanceOf(kind).hasMessageContaining(words));
  }
}
