package dev.toolwire.loop;

import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.Usage;
import dev.toolwire.model.ModelException;
import dev.toolwire.model.Reply;
import java.time.Duration;
import java.util.List;

/// How a run ended. Each kind holds everything done so far, and its conversation is always valid: a
/// turn is in it whole or not at all.
///
/// Except after [Answered], the state can be [resumed][ToolLoop#resume], for instance with larger
/// limits or when a provider is well again.
public sealed interface Outcome {

  /// Where the run stood at its last step.
  LoopState state();

  /// Everything said and committed.
  default Conversation conversation() {
    return state().conversation();
  }

  /// The tokens of all requests, as far as the provider told.
  default Usage usage() {
    return state().spent().usage();
  }

  /// Requests to the model.
  default int rounds() {
    return state().spent().rounds();
  }

  /// Calls that were answered, by a tool or with an error.
  default int calls() {
    return state().spent().calls();
  }

  /// How long the run took, pauses for approval not counted.
  default Duration elapsed() {
    return state().spent().elapsed();
  }

  /// The model answered. The answer is in the conversation, unless the model had nothing to say.
  record Answered(Reply reply, LoopState state) implements Outcome {

    /// The text of the answer.
    public String text() {
      return reply.text();
    }
  }

  /// A limit was reached. `uncommitted` is what the model had said of a turn that is not in the
  /// conversation; of that turn nothing ran, except idempotent tools.
  record Limited(Limits.Name limit, List<ContentBlock> uncommitted, LoopState state)
      implements Outcome {
    public Limited {
      uncommitted = List.copyOf(uncommitted);
    }
  }

  /// Calls wait for approval; the state holds them.
  record Paused(LoopState state) implements Outcome {}

  /// The model stopped for a reason that ends the matter, such as `max_tokens`, `refusal` or
  /// `guardrail_intervened`. What it had said is in `reply` and not in the conversation; nothing of
  /// it ran, except idempotent tools.
  record Stopped(Reply reply, LoopState state) implements Outcome {

    public StopReason reason() {
      return reply.stopReason();
    }
  }

  /// There was no (whole) answer. `uncommitted` is what had arrived of it.
  record Failed(ModelException cause, List<ContentBlock> uncommitted, LoopState state)
      implements Outcome {
    public Failed {
      uncommitted = List.copyOf(uncommitted);
    }
  }

  /// The run was closed, or its thread interrupted. `uncommitted` is what had arrived of an answer.
  record Cancelled(List<ContentBlock> uncommitted, LoopState state) implements Outcome {
    public Cancelled {
      uncommitted = List.copyOf(uncommitted);
    }
  }
}
