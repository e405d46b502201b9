package dev.toolwire.prompted;

import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.ToolUseId;
import java.util.HashSet;
import java.util.Set;

/// Ids for calls that come without one: the same for the same answer to the same conversation, and
/// none of them used before in it.
final class CallIds {

  private final Set<ToolUseId> used = new HashSet<>();
  private final int turn;
  private int number;

  CallIds(Conversation conversation) {
    this.turn = conversation.messages().size();
    conversation.messages().stream()
        .flatMap(message -> message.toolUses().stream())
        .map(ToolUse::id)
        .forEach(used::add);
  }

  /// The id for the next call; the one that the model gave it, if it is fit to be one.
  ToolUseId next(String given) {
    number++;
    ToolUseId id = given.isBlank() ? minted() : new ToolUseId(given);
    while (!used.add(id)) {
      id = minted();
      number++;
    }
    return id;
  }

  private ToolUseId minted() {
    return new ToolUseId("text_" + turn + "_" + number);
  }
}
