package dev.toolwire.tool;

import java.time.Duration;

/// How a tool may be run.
///
/// @param deadline after which its thread is interrupted and the model is told so
/// @param idempotent running it twice does no harm: it may start before the model's message ends
///   and may be tried again; every other tool runs at most once per call
/// @param exclusive nothing else of the same turn runs at the same time
/// @param needsApproval a person must agree to each call first
public record ToolTraits(
    Duration deadline, boolean idempotent, boolean exclusive, boolean needsApproval) {

  /// A minute, at most once, beside others, without asking.
  public static final ToolTraits DEFAULTS =
      new ToolTraits(Duration.ofMinutes(1), false, false, false);

  public ToolTraits {
    if (!deadline.isPositive()) {
      throw new IllegalArgumentException(
          "the deadline is " + deadline + ", expected more than zero");
    }
  }

  public ToolTraits withDeadline(Duration limit) {
    return new ToolTraits(limit, idempotent, exclusive, needsApproval);
  }

  public ToolTraits asIdempotent() {
    return new ToolTraits(deadline, true, exclusive, needsApproval);
  }

  public ToolTraits asExclusive() {
    return new ToolTraits(deadline, idempotent, true, needsApproval);
  }

  public ToolTraits withApproval() {
    return new ToolTraits(deadline, idempotent, exclusive, true);
  }
}
