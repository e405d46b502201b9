package dev.toolwire.tool;

import dev.toolwire.model.ModelStream;
import java.time.Duration;

/// How a tool may be run.
///
/// @param deadline after which its thread is interrupted and the model is told so; at most
///   [ModelStream#FOREVER]
/// @param idempotent running it twice does no harm: it may start before the model's message ends
///   and may be tried again; every other tool runs at most once per call
/// @param exclusive nothing else of the same turn runs at the same time
/// @param needsApproval a person must agree to each call first
/// @param inline runs in the thread that pulls the run, not on one of its own: for tools that only
///   compute, to which a handover would be most of the cost. One that waits holds up the run, and
///   one that ignores interrupts does so beyond its deadline
public record ToolTraits(
    Duration deadline,
    boolean idempotent,
    boolean exclusive,
    boolean needsApproval,
    boolean inline) {

  /// A minute, at most once, beside others, without asking, on a thread of its own.
  public static final ToolTraits DEFAULTS =
      new ToolTraits(Duration.ofMinutes(1), false, false, false, false);

  public ToolTraits {
    if (!deadline.isPositive() || deadline.compareTo(ModelStream.FOREVER) > 0) {
      throw new IllegalArgumentException(
          "the deadline is "
              + deadline
              + ", expected more than zero, at most "
              + ModelStream.FOREVER);
    }
  }

  public ToolTraits withDeadline(Duration limit) {
    return new ToolTraits(limit, idempotent, exclusive, needsApproval, inline);
  }

  public ToolTraits asIdempotent() {
    return new ToolTraits(deadline, true, exclusive, needsApproval, inline);
  }

  public ToolTraits asExclusive() {
    return new ToolTraits(deadline, idempotent, true, needsApproval, inline);
  }

  public ToolTraits withApproval() {
    return new ToolTraits(deadline, idempotent, exclusive, true, inline);
  }

  public ToolTraits asInline() {
    return new ToolTraits(deadline, idempotent, exclusive, needsApproval, true);
  }
}
