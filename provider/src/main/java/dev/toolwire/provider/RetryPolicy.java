package dev.toolwire.provider;

import dev.toolwire.model.ModelException;
import dev.toolwire.model.ProviderException;
import dev.toolwire.model.TransportException;
import java.time.Duration;
import java.util.random.RandomGenerator;

/// When to ask again, and how long to wait before it.
///
/// The wait doubles from `base` up to `cap` and is drawn evenly between nothing and that ("full
/// jitter"); a wait that the provider asks for is added to, never shortened, and not waited for if
/// it is longer than `patience`.
///
/// @param attempts the first one included; 1 means never to ask again
/// @see <a
///   href="https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/">
///   Timeouts, retries and backoff with jitter</a>
public record RetryPolicy(int attempts, Duration base, Duration cap, Duration patience) {

  /// Four attempts, half a second doubling to 20 seconds, a minute's patience.
  public static final RetryPolicy DEFAULTS =
      new RetryPolicy(4, Duration.ofMillis(500), Duration.ofSeconds(20), Duration.ofMinutes(1));

  /// Never asks again.
  public static final RetryPolicy NEVER =
      new RetryPolicy(1, Duration.ofMillis(1), Duration.ofMillis(1), Duration.ZERO);

  public RetryPolicy {
    if (attempts < 1) {
      throw new IllegalArgumentException("attempts is " + attempts + ", expected 1 or more");
    }
  }

  /// Whether to ask again after `failure`, which ended attempt number `attempt` (from 1).
  boolean retries(ModelException failure, int attempt) {
    return attempt < attempts
        && switch (failure) {
          case ProviderException refused ->
              refused.isRetryable()
                  && refused.retryAfter().map(wait -> wait.compareTo(patience) <= 0).orElse(true);
          case TransportException _ -> true;
          default -> false;
        };
  }

  /// The wait after attempt number `attempt`.
  Duration delay(ModelException failure, int attempt, RandomGenerator chance) {
    long ceiling = base.toNanos() << Math.min(attempt - 1, 20);
    long drawn = chance.nextLong(1, Math.clamp(ceiling, 2, Math.max(2, cap.toNanos())));
    Duration asked =
        failure instanceof ProviderException refused
            ? refused.retryAfter().orElse(Duration.ZERO)
            : Duration.ZERO;
    return asked.plusNanos(drawn);
  }
}
