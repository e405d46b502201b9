package dev.toolwire.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolwire.model.ProviderException.Advice;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryHeadersTest {

  @ParameterizedTest
  @CsvSource({
    "retry-after-ms, 250, 250",
    "Retry-After-Ms, 250.7, 250",
    "x-amz-retry-after, 1500, 1500",
    "retry-after, 7, 7000",
    "retry-after, 0.5, 500",
    "retry-after, ' 7 ', 7000",
    "retry-after, 999999999999, 2592000000",
    "retry-after, 9999999999999, 0",
    "retry-after, -1, 0",
    "retry-after, soon, 0",
    "retry-after, 'Fri, 20 Nov 2026 12:00:30 GMT', 30000",
    "retry-after, 'Fri, 20 Nov 2026 11:59:30 GMT', 0",
    "retry-after, 'Fri, 20 Nov', 0",
  })
  void waitIsReadInEveryForm(String name, String value, long millis) {
    Headers headers = Headers.of("Date", "Fri, 20 Nov 2026 12:00:00 GMT", name, value);

    assertThat(RetryHeaders.of(headers).after()).isEqualTo(Duration.ofMillis(millis));
  }

  @Test
  void millisecondsCountBeforeSeconds() {
    assertThat(RetryHeaders.of(Headers.of("retry-after", "1", "retry-after-ms", "20")).after())
        .isEqualTo(Duration.ofMillis(20));
  }

  @Test
  void aDateWithoutThePresentSaysNothing() {
    assertThat(RetryHeaders.of(Headers.of("retry-after", "Fri, 20 Nov 2026 12:00:30 GMT")).after())
        .isZero();
  }

  @ParameterizedTest
  @CsvSource({"true, RETRY", "false, GIVE_UP", "maybe, NONE"})
  void providerMaySayWhetherToAskAgain(String value, Advice advice) {
    assertThat(RetryHeaders.of(Headers.of("x-should-retry", value)).advice()).isEqualTo(advice);
  }

  @Test
  void noHeadersSayNothing() {
    assertThat(RetryHeaders.of(Headers.NONE))
        .isEqualTo(new RetryHeaders(Duration.ZERO, Advice.NONE));
  }

  @Test
  void waitIsWrittenRoundedUp() {
    RetryHeaders retry = new RetryHeaders(Duration.ofNanos(1_000_000_001), Advice.GIVE_UP);

    Headers written =
        retry.writeAdvice(retry.writeSeconds(retry.writeMillis(Headers.NONE, "retry-after-ms")));

    assertThat(written.first("retry-after-ms")).hasValue("1001");
    assertThat(written.first("retry-after")).hasValue("2");
    assertThat(written.first("x-should-retry")).hasValue("false");
  }

  @Test
  void whatIsNotSaidIsNotWritten() {
    RetryHeaders silent = RetryHeaders.of(Headers.NONE);

    assertThat(
            silent.writeAdvice(silent.writeSeconds(silent.writeMillis(Headers.NONE, "retry-ms"))))
        .isSameAs(Headers.NONE);
  }
}
