package dev.toolwire.conversation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Mends a foreign history, from front to back, keeping a list of what it did.
final class HistoryRepair {

  private static final String NO_RESULT = "no result was recorded for this call";
  private static final String OPENING = "(the conversation begins here)";

  private final List<Repair> repairs = new ArrayList<>();
  private final List<Turn> turns = new ArrayList<>();

  /// Blocks of one role, and the index of the first message they came from.
  private record Turn(Role role, int at, List<ContentBlock> blocks, Message source) {}

  Repair.Repaired repair(List<Message> history) {
    for (int i = 0; i < history.size(); i++) {
      admit(history.get(i), i);
    }
    if (!turns.isEmpty() && turns.getFirst().role() != Role.USER) {
      note(Repair.Kind.OPENING_ADDED, 0, turns.getFirst().role().toString());
      Message opening = Message.user(OPENING);
      turns.addFirst(new Turn(Role.USER, 0, new ArrayList<>(opening.content()), opening));
    }
    answerCalls();
    List<Message> messages = new ArrayList<>();
    for (Turn turn : turns) {
      messages.add(new Message(turn.role(), turn.blocks(), turn.source().extra()));
    }
    return new Repair.Repaired(Conversation.of(messages), repairs);
  }

  private void admit(Message message, int at) {
    List<ContentBlock> blocks = new ArrayList<>();
    for (ContentBlock block : message.content()) {
      if (block instanceof Text(String text, _) && text.isBlank()) {
        note(Repair.Kind.BLANK_TEXT_DROPPED, at, "text");
      } else if (block instanceof ToolUse call && message.role() != Role.ASSISTANT) {
        note(Repair.Kind.DUPLICATE_CALL_DROPPED, at, call.id() + " outside an assistant message");
      } else {
        blocks.add(block);
      }
    }
    if (blocks.isEmpty()) {
      note(Repair.Kind.EMPTY_MESSAGE_DROPPED, at, message.role().toString());
    } else if (!turns.isEmpty() && turns.getLast().role() == message.role()) {
      note(Repair.Kind.NEIGHBOURS_MERGED, at, message.role().toString());
      turns.getLast().blocks().addAll(blocks);
    } else {
      turns.add(new Turn(message.role(), at, blocks, message));
    }
  }

  private void answerCalls() {
    Map<ToolUseId, ToolUse> open = new LinkedHashMap<>();
    List<Turn> before = List.copyOf(turns);
    turns.clear();
    for (Turn turn : before) {
      if (turn.role() == Role.ASSISTANT) {
        keepOneCallPerId(turn, open);
      } else {
        settle(turn, open);
      }
      if (turn.blocks().isEmpty()) {
        note(Repair.Kind.EMPTY_MESSAGE_DROPPED, turn.at(), turn.role().toString());
      } else if (!turns.isEmpty() && turns.getLast().role() == turn.role()) {
        note(Repair.Kind.NEIGHBOURS_MERGED, turn.at(), turn.role().toString());
        turns.getLast().blocks().addAll(turn.blocks());
      } else {
        turns.add(turn);
      }
    }
    if (!open.isEmpty()) {
      int end = turns.getLast().at();
      Turn answers = new Turn(Role.USER, end, new ArrayList<>(), Message.user(NO_RESULT));
      settle(answers, open);
      turns.add(answers);
    }
  }

  private void keepOneCallPerId(Turn turn, Map<ToolUseId, ToolUse> open) {
    Set<ToolUseId> seen = new HashSet<>();
    turn.blocks()
        .removeIf(block -> {
          if (block instanceof ToolUse call && !seen.add(call.id())) {
            note(Repair.Kind.DUPLICATE_CALL_DROPPED, turn.at(), call.id().value());
            return true;
          }
          return false;
        });
    for (ContentBlock block : turn.blocks()) {
      if (block instanceof ToolUse call) {
        open.put(call.id(), call);
      } else if (block instanceof ToolResult result) {
        open.remove(result.id());
      }
    }
  }

  /// Leaves in `turn` exactly one result for each open call, in front of everything else.
  private void settle(Turn turn, Map<ToolUseId, ToolUse> open) {
    Map<ToolUseId, ToolResult> answers = new LinkedHashMap<>();
    List<ContentBlock> rest = new ArrayList<>();
    boolean moved = false;
    for (ContentBlock block : turn.blocks()) {
      if (!(block instanceof ToolResult result)) {
        rest.add(block);
      } else if (!open.containsKey(result.id())) {
        note(Repair.Kind.ORPHAN_RESULT_DROPPED, turn.at(), result.id().value());
      } else if (answers.putIfAbsent(result.id(), result) != null) {
        note(Repair.Kind.DUPLICATE_RESULT_DROPPED, turn.at(), result.id().value());
      } else {
        moved |= !rest.isEmpty();
      }
    }
    if (moved) {
      note(Repair.Kind.RESULTS_MOVED_FIRST, turn.at(), answers.keySet().toString());
    }
    for (ToolUseId id : open.keySet()) {
      if (!answers.containsKey(id)) {
        note(Repair.Kind.MISSING_RESULT_ADDED, turn.at(), id.value());
        answers.put(id, ToolResult.error(id, NO_RESULT));
      }
    }
    open.clear();
    turn.blocks().clear();
    turn.blocks().addAll(answers.values());
    turn.blocks().addAll(rest);
  }

  private void note(Repair.Kind kind, int at, String detail) {
    repairs.add(new Repair(kind, at, detail));
  }
}
