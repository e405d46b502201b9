package dev.toolwire.simulator;

import dev.toolwire.wire.Headers;
import java.time.Duration;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/// What answers say of the rate limits, in the headers of two wires: limits that a minute gives
/// anew, of which each request has used a little. They are for clients to read; nobody is held to
/// them.
///
/// @param clock the time from which a minute is counted
record RateLimits(InstantSource clock) {

  private static final long REQUESTS = 1000;
  private static final long TOKENS = 400_000;
  private static final long TOKENS_A_REQUEST = 100;

  private static long requestsLeft(long number) {
    return REQUESTS - 1 - Math.floorMod(number - 1, REQUESTS);
  }

  private static long tokensLeft(long number) {
    return TOKENS - (REQUESTS - requestsLeft(number)) * TOKENS_A_REQUEST;
  }

  private Duration untilReset() {
    long second = Math.floorMod(clock.instant().getEpochSecond(), 60L);
    return Duration.ofSeconds(60 - second);
  }

  /// @param number of the request
  Headers anthropic(Headers headers, long number) {
    String reset =
        DateTimeFormatter.ISO_INSTANT.format(
            clock.instant().plus(untilReset()).truncatedTo(ChronoUnit.SECONDS));
    return headers
        .and("anthropic-ratelimit-requests-limit", Long.toString(REQUESTS))
        .and("anthropic-ratelimit-requests-remaining", Long.toString(requestsLeft(number)))
        .and("anthropic-ratelimit-requests-reset", reset)
        .and("anthropic-ratelimit-tokens-limit", Long.toString(TOKENS))
        .and("anthropic-ratelimit-tokens-remaining", Long.toString(tokensLeft(number)))
        .and("anthropic-ratelimit-tokens-reset", reset);
  }

  /// @param number of the request
  Headers openAi(Headers headers, long number) {
    String reset = untilReset().toSeconds() + "s";
    return headers
        .and("x-ratelimit-limit-requests", Long.toString(REQUESTS))
        .and("x-ratelimit-remaining-requests", Long.toString(requestsLeft(number)))
        .and("x-ratelimit-reset-requests", reset)
        .and("x-ratelimit-limit-tokens", Long.toString(TOKENS))
        .and("x-ratelimit-remaining-tokens", Long.toString(tokensLeft(number)))
        .and("x-ratelimit-reset-tokens", reset);
  }
}
