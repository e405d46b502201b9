package dev.toolwire.provider;

import dev.toolwire.model.ModelException;
import dev.toolwire.model.ProviderException;
import dev.toolwire.model.ProviderException.Advice;
import dev.toolwire.model.Route;
import dev.toolwire.model.TransportException;
import java.time.Duration;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// When to ask again, and how long to wait before it.
///
/// The wait doubles from `base` up to `cap` and is drawn evenly between nothing and that ("full
/// jitter"); a wait that the provider asks for is added to, never shortened, and not waited for if
/// it is longer than `patience`.
///
/// A provider that says whether to ask again (`x-should-retry`) is obeyed.
///
/// @param attempts the first one included; 1 means never to ask again
/// @param statuses the statuses that are asked again besides errors that are
///   [retryable][dev.toolwire.model.ErrorKind] of themselves
/// @see <a
///   href="https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/">
///   Timeouts, retries and backoff with jitter</a>
public record RetryPolicy(
    int attempts, Duration base, Duration cap, Duration patience, Set<Integer> statuses) {

  /// Four attempts, half a second doubling to 20 seconds, a minute's patience.
  public static final RetryPolicy DEFAULTS =
      new RetryPolicy(4, Duration.ofMillis(500), Duration.ofSeconds(20), Duration.ofMinutes(1));

  /// Three attempts, half a second doubling to 8 seconds, a minute's patience; after 408, 409 and
  /// everything from 500 on: what the SDKs of Anthropic and OpenAI do.
  public static final RetryPolicy SDKS =
      new RetryPolicy(
          3,
          Duration.ofMillis(500),
          Duration.ofSeconds(8),
          Duration.ofMinutes(1),
          IntStream.concat(IntStream.of(408, 409), IntStream.range(500, 600))
              .boxed()
              .collect(Collectors.toSet()));

  /// Never asks again.
  public static final RetryPolicy NEVER =
      new RetryPolicy(1, Duration.ofMillis(1), Duration.ofMillis(1), Duration.ZERO);

  /// Asks again after errors that are retryable of themselves.
  public RetryPolicy(int attempts, Duration base, Duration cap, Duration patience) {
    this(attempts, base, cap, patience, Set.of());
  }

  public RetryPolicy {
    statuses = Set.copyOf(statuses);
    if (attempts < 1) {
      throw new IllegalArgumentException("attempts is " + attempts + ", expected 1 or more");
    }
  }

  /// What the service's own SDKs do.
  static RetryPolicy on(Route route) {
    return switch (route) {
      case CONVERSE, INVOKE -> DEFAULTS;
      case MESSAGES, CHAT, MANTLE -> SDKS;
    };
  }

  /// Whether to ask again after `failure`, which ended attempt number `attempt` (from 1).
  boolean retries(ModelException failure, int attempt) {
    return attempt < attempts
        && switch (failure) {
          case ProviderException refused ->
              asksAgain(refused)
                  && refused.retryAfter().map(wait -> wait.compareTo(patience) <= 0).orElse(true);
          case TransportException _ -> true;
          default -> false;
        };
  }

  private boolean asksAgain(ProviderException refused) {
    return refused.isRetryable()
        || (refused.fault().advice() == Advice.NONE && statuses.contains(refused.fault().status()));
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
