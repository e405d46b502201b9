package dev.toolwire.wire;

import dev.toolwire.model.ProviderException.Advice;
import dev.toolwire.model.ProviderException.Fault;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// What the headers of an error say about asking again, under the names of all providers.
///
/// @param after how long to wait; zero if they do not say
/// @param advice whether to ask again at all
/// @see <a href="https://www.rfc-editor.org/rfc/rfc9110#field.retry-after">RFC 9110,
///   Retry-After</a>
public record RetryHeaders(Duration after, Advice advice) {

  /// Of Anthropic and OpenAI.
  public static final String MILLIS = "retry-after-ms";

  /// Read by AWS's own SDKs: `botocore/retries/standard.py`.
  public static final String AMAZON_MILLIS = "x-amz-retry-after";

  /// Seconds or a date.
  public static final String SECONDS = "Retry-After";

  /// `true` or `false`, of Anthropic and OpenAI.
  public static final String SHOULD_RETRY = "x-should-retry";

  /// More than anybody waits.
  private static final BigDecimal LONGEST_MILLIS =
      BigDecimal.valueOf(Duration.ofDays(30).toMillis());

  private static final BigDecimal MILLIS_PER_SECOND = BigDecimal.valueOf(1000);
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final long NANOS_PER_SECOND = 1_000_000_000;
  private static final int MAX_DIGITS = 12;

  /// Milliseconds count before seconds, and what cannot be read counts as not said.
  public static RetryHeaders of(Headers headers) {
    Duration after =
        number(headers, MILLIS)
            .or(() -> number(headers, AMAZON_MILLIS))
            .or(() -> number(headers, SECONDS).map(MILLIS_PER_SECOND::multiply))
            .map(millis -> Duration.ofMillis(millis.min(LONGEST_MILLIS).longValue()))
            .or(() -> untilDate(headers))
            .orElse(Duration.ZERO);
    Advice advice =
        switch (headers.first(SHOULD_RETRY).map(String::strip).orElse("")) {
          case "true" -> Advice.RETRY;
          case "false" -> Advice.GIVE_UP;
          default -> Advice.NONE;
        };
    return new RetryHeaders(after, advice);
  }

  /// What a server says of an error about asking again.
  public static RetryHeaders of(Fault fault) {
    return new RetryHeaders(fault.retryAfter(), fault.advice());
  }

  /// `headers` and the wait in milliseconds, rounded up, under `name`; as they are if there is
  /// none.
  public Headers writeMillis(Headers headers, String name) {
    return after.isPositive()
        ? headers.and(name, Long.toString(Math.ceilDiv(after.toNanos(), NANOS_PER_MILLI)))
        : headers;
  }

  /// `headers` and the wait in seconds, rounded up; as they are if there is none.
  public Headers writeSeconds(Headers headers) {
    return after.isPositive()
        ? headers.and(SECONDS, Long.toString(Math.ceilDiv(after.toNanos(), NANOS_PER_SECOND)))
        : headers;
  }

  /// `headers` and whether to ask again; as they are if nothing is said.
  public Headers writeAdvice(Headers headers) {
    return switch (advice) {
      case RETRY -> headers.and(SHOULD_RETRY, "true");
      case GIVE_UP -> headers.and(SHOULD_RETRY, "false");
      case NONE -> headers;
    };
  }

  private static Optional<BigDecimal> number(Headers headers, String name) {
    return headers
        .first(name)
        .map(String::strip)
        .filter(text -> text.length() <= MAX_DIGITS && text.matches("\\d+(\\.\\d+)?"))
        .map(BigDecimal::new);
  }

  /// A date counts from the `Date` of the same response, so that no clock has to be right.
  private static Optional<Duration> untilDate(Headers headers) {
    return date(headers, SECONDS)
        .flatMap(until -> date(headers, "Date").map(now -> Duration.between(now, until)))
        .filter(Duration::isPositive);
  }

  private static Optional<Instant> date(Headers headers, String name) {
    try {
      return headers
          .first(name)
          .map(text -> ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME))
          .map(ZonedDateTime::toInstant);
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
