package dev.toolwire.conversation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The rules of [Conversation], checked message by message.
final class ConversationRules {

  private ConversationRules() {}

  /// Checks a whole history.
  static void check(List<Message> messages) {
    check(null, 0, messages);
    if (!messages.isEmpty()) {
      requireAnswered(messages.getLast(), messages.size() - 1);
    }
  }

  /// Checks `more`, which follows `last`; the first of them has the index `from`.
  static void check(@Nullable Message last, int from, List<Message> more) {
    Message before = last;
    for (int i = 0; i < more.size(); i++) {
      Message message = more.get(i);
      requirePlace(before, message, from + i);
      requireBlocks(message, from + i);
      requireResults(before, message, from + i);
      before = message;
    }
    if (before != null) {
      requireAnswered(before, from + more.size() - 1);
    }
  }

  private static void requirePlace(@Nullable Message before, Message message, int at) {
    boolean fits =
        switch (message.role()) {
          case USER -> before == null || before.role() != Role.USER;
          case ASSISTANT -> before != null && before.role() != Role.ASSISTANT;
          case SYSTEM -> before != null && before.role() == Role.USER;
        };
    if (!fits) {
      throw broken(
          at,
          before == null
              ? "a conversation starts with a user message, this is " + message.role()
              : message.role() + " may not follow " + before.role() + "; roles alternate");
    }
  }

  private static void requireBlocks(Message message, int at) {
    boolean resultsOver = false;
    for (int i = 0; i < message.content().size(); i++) {
      ContentBlock block = message.content().get(i);
      if (block instanceof Text(String text, _) && text.isBlank()) {
        throw broken(at, "block " + i + " is blank text; leave it out");
      }
      if (block instanceof ToolUse && message.role() != Role.ASSISTANT) {
        throw broken(at, "block " + i + " is a toolUse; only the assistant may ask for a tool");
      }
      if (block instanceof ToolResult result && message.role() == Role.USER) {
        if (resultsOver) {
          throw broken(at, "the result for " + result.id() + " must stand before other blocks");
        }
      } else {
        resultsOver = true;
      }
    }
  }

  private static void requireResults(@Nullable Message before, Message message, int at) {
    if (message.role() == Role.ASSISTANT) {
      Set<ToolUseId> seen = new HashSet<>();
      for (ToolUse call : message.toolUses()) {
        if (!seen.add(call.id())) {
          throw broken(at, "the toolUseId " + call.id() + " stands twice");
        }
      }
      return;
    }
    Set<ToolUseId> open = openCalls(before);
    for (ToolResult result : message.toolResults()) {
      if (!open.remove(result.id())) {
        throw broken(at, "the result for " + result.id() + " answers no call of the turn before");
      }
    }
    if (!open.isEmpty()) {
      throw broken(at, "no result for " + open + "; each toolUse is answered in the next message");
    }
  }

  private static Set<ToolUseId> openCalls(@Nullable Message before) {
    Set<ToolUseId> open = new HashSet<>();
    if (before != null && before.role() == Role.ASSISTANT) {
      before.toolUses().forEach(call -> open.add(call.id()));
      // A provider's own tools are answered in the assistant message itself.
      before.toolResults().forEach(result -> open.remove(result.id()));
    }
    return open;
  }

  private static void requireAnswered(Message last, int at) {
    Set<ToolUseId> open = openCalls(last);
    if (!open.isEmpty()) {
      throw broken(
          at, "ends with unanswered calls " + open + "; add the turn together with its results");
    }
  }

  private static InvalidConversationException broken(int at, String what) {
    return new InvalidConversationException("messages[" + at + "]: " + what);
  }
}
