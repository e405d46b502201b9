package dev.toolwire.loop;

import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.Message;
import dev.toolwire.conversation.Role;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.conversation.Usage;
import dev.toolwire.model.ModelRequest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A run between two steps, as a value: what to ask next, a turn that waits, and what has been used
/// up. It says nothing about tools, which are code: another process brings its own.
///
/// @param request what the model is asked, without tools; its conversation is the committed one
public record LoopState(ModelRequest request, Pending pending, Spent spent) {

  public LoopState {
    request = request.tools().isEmpty() ? request : request.withTools(List.of());
  }

  /// A turn whose calls wait for approval.
  ///
  /// @param content the model's answer; empty if no turn waits
  /// @param awaiting the calls that need a [Decision]
  /// @param finished results that are there already: of idempotent tools and of calls that cannot
  ///   run
  public record Pending(
      List<ContentBlock> content, List<ToolUseId> awaiting, List<ToolResult> finished) {

    public static final Pending NONE = new Pending(List.of(), List.of(), List.of());

    public Pending {
      content = List.copyOf(content);
      awaiting = List.copyOf(awaiting);
      finished = List.copyOf(finished);
      Set<ToolUseId> calls =
          content.stream()
              .filter(ToolUse.class::isInstance)
              .map(block -> ((ToolUse) block).id())
              .collect(Collectors.toSet());
      if (!calls.containsAll(awaiting)) {
        throw new IllegalArgumentException(
            "calls " + awaiting + " wait for approval, but the turn holds only " + calls);
      }
    }

    /// The calls that need a decision, as the model wrote them.
    public List<ToolUse> calls() {
      return content.isEmpty()
          ? List.of()
          : new Message(Role.ASSISTANT, content)
              .toolUses().stream().filter(call -> awaiting.contains(call.id())).toList();
    }
  }

  /// What a run has used up.
  ///
  /// @param rounds requests to the model, failed ones included
  /// @param calls calls answered
  /// @param elapsed time, pauses not counted
  public record Spent(int rounds, int calls, Usage usage, Duration elapsed) {

    public static final Spent NOTHING = new Spent(0, 0, Usage.NONE, Duration.ZERO);

    Spent plusRound() {
      return new Spent(rounds + 1, calls, usage, elapsed);
    }

    Spent plusCalls(int more) {
      return new Spent(rounds, calls + more, usage, elapsed);
    }

    Spent plusUsage(Usage more) {
      return new Spent(rounds, calls, usage.plus(more), elapsed);
    }

    Spent withElapsed(Duration time) {
      return new Spent(rounds, calls, usage, time);
    }
  }

  /// Before the first step of a run that asks this.
  public static LoopState of(ModelRequest request) {
    return new LoopState(request, Pending.NONE, Spent.NOTHING);
  }

  /// Everything said and committed.
  public Conversation conversation() {
    return request.conversation();
  }

  /// As JSON text, for [#fromJson] in this or another process.
  public String toJson() {
    return LoopStateJson.FORM.write(this);
  }

  /// Reads what [#toJson] wrote.
  ///
  /// @throws IllegalArgumentException if `json` is not a state that this version can read
  public static LoopState fromJson(String json) {
    return LoopStateJson.FORM.read(json);
  }

  LoopState withConversation(Conversation next) {
    return new LoopState(request.withConversation(next), Pending.NONE, spent);
  }

  LoopState withPending(Pending turn) {
    return new LoopState(request, turn, spent);
  }

  LoopState withSpent(Spent now) {
    return new LoopState(request, pending, now);
  }
}
