package dev.toolwire.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {

  @Test
  void oneTimeIsTheWaitForTheFirstEvent() {
    assertThat(Pace.parse("200ms")).isEqualTo(Pace.AT_ONCE.withFirst(Duration.ofMillis(200)));
  }

  @Test
  void aSecondTimeIsTheGapBetweenTwoDeltas() {
    assertThat(Pace.parse("1.5s, 15ms"))
        .isEqualTo(
            Pace.AT_ONCE.withFirst(Duration.ofMillis(1500)).withEvery(Duration.ofMillis(15)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "fast", "200", "200ms,", ",15ms", "200ms;15ms", "-1s"})
  void whatIsNoDurationIsRefused(String text) {
    assertThatThrownBy(() -> Pace.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("expected a duration such as 15ms, 1.5s or 2m, got \"");
  }

  @Test
  void threeTimesAreTooMany() {
    assertThatThrownBy(() -> Pace.parse("1s,2s,3s"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected one time or two, such as 200ms,15ms, got \"1s,2s,3s\"");
  }
}
