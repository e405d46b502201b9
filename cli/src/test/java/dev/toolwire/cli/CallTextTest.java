package dev.toolwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallTextTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0.0 ms",
    "49999, 0.0 ms",
    "50000, 0.1 ms",
    "12340000, 12.3 ms",
    "999949999, 999.9 ms",
    "999950000, 1.0 s",
    "61260000000, 61.3 s"
  })
  void timeIsToldToATenth(long nanos, String words) {
    assertThat(CallText.of(Duration.ofNanos(nanos))).isEqualTo(words);
  }
}
