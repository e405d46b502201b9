package dev.toolwire.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toolwire.simulator.Pace.ToolInputArrival;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "first 0",
        "first 200ms",
        "first 200ms, every 15ms",
        "first 1.5s, every 15ms, jitter 5ms, delta 12, burst 4, tool_input buffered",
        "first 0, every 250us, tool_input by_parameter"
      })
  void aPacePrintsAsItIsWritten(String text) {
    assertThat(Pace.parse(text)).hasToString(text);
  }

  @Test
  void timesNeedNoNames() {
    assertThat(Pace.parse("200ms")).isEqualTo(Pace.AT_ONCE.withFirst(Duration.ofMillis(200)));
    assertThat(Pace.parse("200ms,15ms"))
        .isEqualTo(Pace.AT_ONCE.withFirst(Duration.ofMillis(200)).withEvery(Duration.ofMillis(15)));
    assertThat(Pace.parse("0, 15ms, tool_input=buffered"))
        .isEqualTo(
            Pace.AT_ONCE.withEvery(Duration.ofMillis(15)).withToolInput(ToolInputArrival.BUFFERED));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          fast                    | "fast" is no pace: expected a duration such as 15ms
          1s,2s,3s                | "1s,2s,3s" gives every twice
          1s, first 2s            | "1s, first 2s" gives first twice
          delta 0                 | "delta 0" is no pace: a delta holds 1 character or more, not 0
          burst some              | "burst some" is no pace: expected a whole number, got "some"
          jitter 2ms              | "jitter 2ms" is no pace: a jitter of PT0.002S is more than
          tool_input now          | "tool_input now" is no pace: tool_input is streamed, buffered
          """)
  void whatIsNoPaceIsRefusedWithAnExample(String text, String message) {
    assertThatThrownBy(() -> Pace.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message)
        .hasMessageContaining("; write for example \"200ms,15ms\"");
  }
}
