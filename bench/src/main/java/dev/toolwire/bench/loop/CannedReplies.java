package dev.toolwire.bench.loop;

import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolName;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.conversation.Usage;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.Reply;
import java.time.Duration;
import java.util.List;

/// What a model says in the conversation of [Peppers], in no wire's words.
final class CannedReplies {

  private CannedReplies() {}

  /// The answer to a request that carries so many tool results.
  static Reply reply(boolean longInput, int results) {
    if (longInput) {
      return results == 0
          ? called(text("I will write that down."), call("w1", Peppers.WRITE, longInput()))
          : answered("It is written.");
    }
    return switch (results) {
      case 0 ->
          called(
              text("I will count the letters first."),
              call("c1", Peppers.COUNT, counting("p")),
              call("c2", Peppers.COUNT, counting("e")));
      case 2 -> called(call("m1", Peppers.MULTIPLY, "{\"expr\":\"9 * 8\"}"));
      default -> answered(Peppers.ANSWER);
    };
  }

  private static String counting(String letter) {
    return "{\"word\":\"" + Peppers.SENTENCE + "\",\"letter\":\"" + letter + "\"}";
  }

  private static String longInput() {
    String rest = "{\"path\":\"long.txt\",\"content\":\"\"}";
    String line = "sixteen letters.";
    return rest.substring(0, rest.length() - 2)
        + line.repeat(Peppers.INPUT_DELTAS * Peppers.DELTA_BYTES / line.length() - 4)
        + rest.substring(rest.length() - 2);
  }

  private static ContentBlock text(String text) {
    return new Text(text);
  }

  private static ContentBlock call(String id, String tool, String input) {
    return new ToolUse(new ToolUseId("tooluse_" + id), new ToolName(tool), ToolInput.of(input));
  }

  private static Reply called(ContentBlock... content) {
    return reply(List.of(content), StopReason.of("tool_use"));
  }

  private static Reply answered(String answer) {
    return reply(List.of(text(answer)), StopReason.of("end_turn"));
  }

  private static Reply reply(List<ContentBlock> content, StopReason reason) {
    return new Reply(content, reason, new Usage(512, 64), Duration.ofMillis(551), JsonObject.EMPTY);
  }
}
