package dev.toolwire.wire.chat;

import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.Reasoning;
import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolName;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.conversation.Usage;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.Reply;
import dev.toolwire.wire.OddContent;
import dev.toolwire.wire.json.Leftovers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Makes up replies that Chat can hold: reasoning, text, calls, odd characters.
final class ChatReplies {

  private final RandomGenerator random;
  private final OddContent odd;

  ChatReplies(RandomGenerator random) {
    this.random = random;
    this.odd = new OddContent(random);
  }

  Reply next() {
    List<ContentBlock> content = new ArrayList<>();
    if (random.nextInt(3) == 0) {
      content.add(new Reasoning(text(), ""));
    }
    if (random.nextInt(3) > 0) {
      content.add(new Text(text()));
    }
    int calls = random.nextInt(4);
    for (int i = 0; i < calls; i++) {
      content.add(call(i));
    }
    StopReason reason = calls > 0 ? StopReason.Known.TOOL_USE : StopReason.Known.END_TURN;
    Usage usage =
        new Usage(
            random.nextInt(1000),
            random.nextInt(1000),
            random.nextInt(3) * 100L,
            random.nextInt(3) * 100L,
            random.nextBoolean()
                ? JsonObject.EMPTY
                : JsonObject.of("completion_tokens_details", JsonObject.of("reasoning_tokens", 3)));
    return new Reply(content, reason, usage, Duration.ZERO, JsonObject.EMPTY);
  }

  private ToolUse call(int number) {
    boolean custom = random.nextInt(5) == 0;
    return new ToolUse(
        new ToolUseId("call_" + number),
        new ToolName(random.nextBoolean() ? "top_song" : "fs-write"),
        new ToolInput.Parsed(custom ? JsonObject.of("input", text()) : input()),
        custom ? JsonObject.of("type", "custom").with(Leftovers.WIRE, "chat") : JsonObject.EMPTY);
  }

  private JsonObject input() {
    JsonObject input = JsonObject.EMPTY;
    for (int i = random.nextInt(4); i > 0; i--) {
      input = random.nextBoolean() ? input.with(text() + i, text()) : input.with("n" + i, i);
    }
    return input;
  }

  String text() {
    return "w" + odd.text();
  }
}
