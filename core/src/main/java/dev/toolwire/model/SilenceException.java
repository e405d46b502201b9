package dev.toolwire.model;

import java.time.Duration;

/// Nothing arrived for longer than a clock allows.
public final class SilenceException extends ModelException {

  private static final long serialVersionUID = 1L;

  private final String clock;
  private final Duration limit;

  /// A breach of the clock called `clock`, whose limit is `limit`.
  public SilenceException(String clock, Duration limit) {
    super(
        "nothing arrived within the limit of the clock \""
            + clock
            + "\", "
            + limit.toMillis() / 1000.0
            + " s; raise that limit or ask again");
    this.clock = clock;
    this.limit = limit;
  }

  /// The name of the clock that ran out.
  public String clock() {
    return clock;
  }

  public Duration limit() {
    return limit;
  }
}
