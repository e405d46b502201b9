package dev.toolwire.loop;

import dev.toolwire.conversation.ToolName;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.json.JsonEvent;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.Arrival;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.Reply;
import dev.toolwire.rescue.Provenance;
import dev.toolwire.tool.InputChange;
import java.time.Duration;
import java.util.List;

/// One thing that happens in a run. Each prints itself as one line. `round` counts requests to the
/// model from 1.
public sealed interface LoopEvent {

  /// The model is about to be asked.
  record RoundStarted(int round, ModelRequest request) implements LoopEvent {
    @Override
    public String toString() {
      return EventLine.of(this);
    }
  }

  /// An event of the model's answer, as it arrived and when.
  record ModelEvent(int round, Arrival.Event arrival) implements LoopEvent {
    @Override
    public String toString() {
      return EventLine.of(this);
    }
  }

  /// The input of a call grew while it arrives: an object opened, a text has more characters, a
  /// value is complete. Told only if the loop was [asked to][ToolLoop#growingInputs]. An input that
  /// grows is not checked yet, and may still be cut short or mended.
  record InputGrew(int round, ToolUseId id, ToolName tool, JsonEvent grown) implements LoopEvent {
    @Override
    public String toString() {
      return EventLine.of(this);
    }
  }

  /// Nothing but pings has come for `lasted`. `about` says what is awaited: the name of the tool
  /// whose input is being written, `text`, or `first event`; of it, `bytesSoFar` have come.
  record Silent(int round, String about, Duration lasted, long bytesSoFar) implements LoopEvent {
    @Override
    public String toString() {
      return EventLine.of(this);
    }
  }

  /// A call begins that the model wrote as text; `from` says in which format, and how sure it is.
  record CallRescued(int round, ToolUseId id, ToolName name, Provenance from) implements LoopEvent {
    @Override
    public String toString() {
      return EventLine.of(this);
    }
  }

  /// The model's answer is complete.
  record ReplyReceived(int round, Reply reply) implements LoopEvent {
    @Override
    public String toString() {
      return EventLine.of(this);
    }
  }

  /// The input of `call`, which stands here as the model wrote it, was mended into `input`.
  record InputRepaired(int round, ToolUse call, JsonObject input, List<InputChange> repairs)
      implements LoopEvent {
    @Override
    public String toString() {
      return EventLine.of(this);
    }
  }

  /// A tool starts to run.
  record CallStarted(int round, ToolUse call) implements LoopEvent {
    @Override
    public String toString() {
      return EventLine.of(this);
    }
  }

  /// A call has its result. One that could not run has this event without a [CallStarted].
  record CallFinished(int round, ToolUse call, ToolResult result, Duration took)
      implements LoopEvent {
    @Override
    public String toString() {
      return EventLine.of(this);
    }
  }

  /// A call was started, and what comes of it is thrown away: the run ended first, or it was an
  /// idempotent tool that had been started before the message turned out unusable.
  record CallDropped(int round, ToolUse call) implements LoopEvent {
    @Override
    public String toString() {
      return EventLine.of(this);
    }
  }

  /// The call may not run before somebody decides; [Outcome.Paused] follows.
  record ApprovalNeeded(int round, ToolUse call) implements LoopEvent {
    @Override
    public String toString() {
      return EventLine.of(this);
    }
  }

  /// The last event of every run.
  record Finished(Outcome outcome) implements LoopEvent {
    @Override
    public String toString() {
      return EventLine.of(this);
    }
  }
}
