package dev.toolwire.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.toolwire.loop.Outcome;
import dev.toolwire.model.ModelException;
import dev.toolwire.model.ProviderException;
import dev.toolwire.model.TransportException;
import dev.toolwire.simulator.Trial.Result;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Faults that leave a request without an answer. Each is tried on the request before the tool runs
/// and on the one after it.
class RefusedRequestTest {

  @Test
  @DisplayName("refused connection")
  void refusedConnectionsAreTriedFourTimes() {
    Result result = Trial.with().runRefused();

    assertFailed(result, TransportException.class, "nobody listens there");
    assertThat(result.requests()).isEqualTo(4);
    assertThat(result.runs()).isOne();
  }

  @Test
  @DisplayName("dropped connection")
  void aDroppedConnectionIsTriedAgain() {
    assertAnsweredAtTheSecondAttempt("drop");
  }

  @Test
  @DisplayName("429 with a retry hint")
  void throttlingWithAHintIsTriedAgain() {
    assertAnsweredAtTheSecondAttempt("status 429 ThrottlingException retry after 2s");
  }

  @Test
  @DisplayName("429 with a hint of more than a minute")
  void aHintBeyondPatienceIsNotWaitedFor() {
    Result result =
        Trial.with("first 9 requests: status 429 ThrottlingException retry after 90s").run();

    assertFailed(result, ProviderException.class, "ThrottlingException (HTTP 429");
    assertThat(result.requests()).isOne();
    assertThat(result.runs()).isOne();
  }

  @Test
  @DisplayName("429 without a hint")
  void throttlingWithoutAHintIsTriedAgain() {
    assertAnsweredAtTheSecondAttempt("status 429");
  }

  @Test
  @DisplayName("500")
  void anInternalErrorIsTriedAgain() {
    assertAnsweredAtTheSecondAttempt("status 500");
  }

  @Test
  @DisplayName("503")
  void anUnavailableServiceIsTriedAgain() {
    assertAnsweredAtTheSecondAttempt("status 503");
  }

  @Test
  @DisplayName("503 that lasts")
  void anErrorThatLastsEndsTheRunAfterFourAttempts() {
    Result result = Trial.with("every request: status 503").run();

    assertFailed(result, ProviderException.class, "ServiceUnavailableException (HTTP 503");
    assertThat(result.requests()).isEqualTo(4);
    assertThat(result.runs()).isOne();
  }

  @Test
  @DisplayName("403")
  void aRefusalEndsTheRunAtOnce() {
    for (int struck = 1; struck <= 2; struck++) {
      Result result = Trial.with("request " + struck + ": status 403").run();

      assertFailed(result, ProviderException.class, "AccessDeniedException (HTTP 403");
      assertThat(result.requests()).isEqualTo(struck);
      assertThat(result.runs()).isOne();
    }
  }

  private static void assertAnsweredAtTheSecondAttempt(String fault) {
    for (int struck = 1; struck <= 2; struck++) {
      Trial trial = Trial.with("request " + struck + ": " + fault);
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
