package dev.toolwire.loop;

import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.rescue.RescueModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Makes a model's answer fit for a conversation: without blank text, and with an id of its own for
/// each call.
final class Tidying {

  /// The longest id that Converse takes is 64 characters (API reference, `ToolUseBlock`).
  private static final int LONGEST_STEM = 60;

  private Tidying() {}

  static List<ContentBlock> tidy(List<ContentBlock> content) {
    Set<ToolUseId> seen = new HashSet<>();
    List<ContentBlock> tidied = new ArrayList<>(content.size());
    for (ContentBlock block : content) {
      if (block instanceof Text(String text, _) && text.isBlank()) {
        continue;
      }
      tidied.add(
          block instanceof ToolUse call
              ? withOwnId(RescueModel.withoutProvenance(call), seen)
              : block);
    }
    return tidied;
  }

  private static ToolUse withOwnId(ToolUse call, Set<ToolUseId> seen) {
    if (seen.add(call.id())) {
      return call;
    }
    String id = call.id().value();
    String stem = id.substring(0, Math.min(id.length(), LONGEST_STEM));
    for (int n = 2; ; n++) {
      ToolUseId minted = new ToolUseId(stem + "-" + n);
      if (seen.add(minted)) {
        return call.withId(minted);
      }
    }
  }

  /// The calls that are ours to answer: a provider answers its own in the same message.
  static List<ToolUse> calls(List<ContentBlock> content) {
    Set<ToolUseId> answered = new HashSet<>();
    List<ToolUse> calls = new ArrayList<>();
    for (ContentBlock block : content) {
      if (block instanceof ToolResult result) {
        answered.add(result.id());
      } else if (block instanceof ToolUse call) {
        calls.add(call);
      }
    }
    calls.removeIf(call -> answered.contains(call.id()));
    return calls;
  }
}
