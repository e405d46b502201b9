package dev.toolwire.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status 503 ServiceUnavailableException",
        "status 429 ThrottlingException retry after 2s",
        "drop",
        "cut after 200 bytes",
        "cut after 3 frames",
        "end after 0 bytes",
        "end after 3 frames",
        "corrupt byte 100",
        "bad crc in frame 3",
        "throttlingException after 3 events",
        "stall 1m in tool input",
        "stall 1.5s in text then drop",
        "stall forever before head",
        "drip 1 bytes every 50ms",
        "drip 7 bytes every 0",
        "unknown event after 2 events",
        "no messageStop",
        "no contentBlockStop",
        "empty input",
        "repeated ids",
        "bad json in frame 3",
        "overloaded_error after 2 events",
        "status 529 overloaded_error",
        "ping storm",
        "late call names"
      })
  void aFaultPrintsAsItIsWritten(String text) {
    assertThat(Fault.parse(text)).hasToString(text);
    assertThat(Fault.parse(text.replace(' ', '-'))).hasToString(text);
  }

  @Test
  void commonFaultsHaveShortNames() {
    assertThat(Fault.parse("throttling")).isEqualTo(new Fault.Status(429));
    assertThat(Fault.parse("access-denied")).hasToString("status 403 AccessDeniedException");
    assertThat(Fault.parse("overloaded")).hasToString("status 529 overloaded_error");
    assertThat(Fault.parse("insufficient-quota")).hasToString("status 429 insufficient_quota");
    assertThat(Fault.parse("No messageStop")).isEqualTo(Oddity.NO_MESSAGE_STOP);
    assertThat(Fault.parse("model-stream-error"))
        .isEqualTo(new Fault.InStreamException("modelStreamErrorException", 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "every request: drop",
        "request 3: status 503 ServiceUnavailableException",
        "first 2 requests: cut after 1 frames",
        "20% of requests: empty input"
      })
  void aRulePrintsAsItIsWritten(String text) {
    assertThat(FaultRule.parse(text)).hasToString(text);
  }

  @Test
  void aRuleReadsAsItIsBuilt() {
    FaultRule rule = FaultRule.when(Trigger.nth(3), Fault.Stall.of(Duration.ofSeconds(8)));

    assertThat(rule)
        .hasToString("request 3: stall 8s in text")
        .isEqualTo(FaultRule.parse("request 3: stall 8s in text"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "explode",
        "status 200",
        "bad crc in frame 0",
        "cut after bytes",
        "stall 5 in text"
      })
  void whatIsNoFaultIsRefused(String text) {
    assertThatThrownBy(() -> Fault.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aRefusalSaysWhatThereIs() {
    assertThatThrownBy(() -> Fault.parse("explode"))
        .hasMessageContaining("\"explode\" is no fault")
        .hasMessageContaining("cut after 200 bytes");
    assertThatThrownBy(() -> FaultRule.parse("now and then: drop"))
        .hasMessageContaining("\"now and then\" names no requests");
  }
}
