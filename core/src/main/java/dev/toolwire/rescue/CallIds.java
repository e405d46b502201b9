package dev.toolwire.rescue;

import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.ToolUseId;
import java.util.HashSet;
import java.util.Set;

/// Ids for the calls of one answer: the same for the same answer to the same conversation, and none
/// of them used before in it.
final class CallIds {

  /// An id as short as the `0` that some formats count with is none to rely on.
  private static final int SHORTEST = 2;

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

  /// Whether an id that a model gave may be the call's.
  static boolean isUsable(String given) {
    return given.strip().length() >= SHORTEST;
  }

  /// The id for the next call; the one that the model gave it, if it is fit to be one.
  ToolUseId next(String given) {
    number++;
    ToolUseId id = isUsable(given) ? new ToolUseId(given) : minted();
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
