package dev.toolwire.loop;

import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.Message;
import dev.toolwire.conversation.Role;
import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.ToolUseId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which limit is reached, if any. What happened since the user last spoke is read from the
/// conversation itself, so there is nothing to carry along.
record Budget(Limits limits) {

  /// Before the model is asked once more.
  Optional<Limits.Name> beforeRound(LoopState.Spent spent) {
    if (spent.rounds() >= limits.rounds()) {
      return Optional.of(Limits.Name.ROUNDS);
    }
    if (spent.usage().totalTokens() >= limits.totalTokens()) {
      return Optional.of(Limits.Name.TOTAL_TOKENS);
    }
    return limits.cost().filter(cost -> cost.isReachedBy(spent.usage())).map(_ -> Limits.Name.COST);
  }

  /// Before the calls of a turn run.
  Optional<Limits.Name> beforeCalls(LoopState.Spent spent, int calls) {
    if (calls > limits.callsPerTurn()) {
      return Optional.of(Limits.Name.CALLS_PER_TURN);
    }
    return spent.calls() + calls > limits.totalCalls()
        ? Optional.of(Limits.Name.TOTAL_CALLS)
        : Optional.empty();
  }

  /// After a turn with calls is committed.
  Optional<Limits.Name> afterTurn(Conversation conversation) {
    int fewestTurns = Math.min(limits.consecutiveErrors(), limits.sameResults());
    if (conversation.messages().size() <= 2L * fewestTurns) {
      // Too short for any of these limits: a turn is two messages, behind one of the user.
      return Optional.empty();
    }
    List<Turn> turns =
        turns(conversation, Math.max(limits.consecutiveErrors(), limits.sameResults()));
    if (turns.stream().takeWhile(Turn::failed).count() >= limits.consecutiveErrors()) {
      return Optional.of(Limits.Name.CONSECUTIVE_ERRORS);
    }
    return turns.size() >= limits.sameResults() && repeats(turns.subList(0, limits.sameResults()))
        ? Optional.of(Limits.Name.SAME_RESULTS)
        : Optional.empty();
  }

  /// Whether the model has been told already that an input was cut.
  static boolean hasSeenCutInput(Conversation conversation) {
    return turns(conversation, Integer.MAX_VALUE).stream()
        .flatMap(turn -> turn.done().stream())
        .anyMatch(done -> done.input() instanceof ToolInput.Truncated);
  }

  /// A call and what came of it, without the ids that make every one unique.
  private record Done(
      String tool, ToolInput input, ToolResult.Status status, List<? extends Object> content) {}

  private record Turn(List<Done> done) {
    boolean failed() {
      return done.stream().allMatch(one -> one.status() == ToolResult.Status.ERROR);
    }
  }

  private static boolean repeats(List<Turn> turns) {
    return turns.getFirst().done().stream()
        .anyMatch(one -> turns.stream().allMatch(turn -> turn.done().contains(one)));
  }

  /// The turns with calls since the user last spoke, the latest first, and not more than `most`.
  private static List<Turn> turns(Conversation conversation, int most) {
    List<Turn> turns = new ArrayList<>();
    List<Message> messages = conversation.messages();
    for (int i = messages.size() - 1;
        i > 0 && turns.size() < most && isResults(messages.get(i));
        i -= 2) {
      turns.add(turn(messages.get(i - 1), messages.get(i)));
    }
    return turns;
  }

  private static boolean isResults(Message message) {
    for (ContentBlock block : message.content()) {
      if (!(block instanceof ToolResult)) {
        return false;
      }
    }
    return message.role() == Role.USER;
  }

  private static Turn turn(Message asked, Message answered) {
    Map<ToolUseId, ToolUse> calls = new HashMap<>();
    asked.toolUses().forEach(call -> calls.put(call.id(), call));
    List<Done> done = new ArrayList<>();
    for (ToolResult result : answered.toolResults()) {
      ToolUse call = calls.get(result.id());
      if (call != null) {
        done.add(new Done(call.name().value(), call.input(), result.status(), result.content()));
      }
    }
    return new Turn(done);
  }
}
