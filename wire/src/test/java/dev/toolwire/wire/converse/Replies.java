package dev.toolwire.wire.converse;

import dev.toolwire.conversation.Citations;
import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.Image;
import dev.toolwire.conversation.Json;
import dev.toolwire.conversation.MediaSource;
import dev.toolwire.conversation.Reasoning;
import dev.toolwire.conversation.RedactedReasoning;
import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolName;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.conversation.Usage;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.Reply;
import dev.toolwire.wire.OddContent;
import dev.toolwire.wire.json.Leftovers;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Makes up replies: every kind of block that both a unary and a streamed answer can hold, every
/// stop reason, odd characters.
final class Replies {

  private final RandomGenerator random;
  private final OddContent odd;

  Replies(RandomGenerator random) {
    this.random = random;
    this.odd = new OddContent(random);
  }

  /// What the wire says beyond our words, as a reader keeps it.
  static JsonObject ofConverse(String member, String value) {
    return JsonObject.of(member, value).with(Leftovers.WIRE, "converse");
  }

  Reply next() {
    List<ContentBlock> content =
        IntStream.range(0, random.nextInt(5)).mapToObj(this::block).toList();
    return new Reply(content, stopReason(content), usage(), latency(), extra());
  }

  private ContentBlock block(int index) {
    return switch (random.nextInt(8)) {
      case 0, 1 -> new Text(odd.text());
      case 2, 3 -> toolUse(index);
      case 4 -> new Reasoning(odd.text(), random.nextBoolean() ? "c2lnbmF0dXJl" : "");
      case 5 -> new RedactedReasoning(odd.blob());
      case 6 ->
          random.nextBoolean()
              ? new Citations(List.of(odd.text()), List.of(odd.json(1), odd.json(1)))
              : new Image("png", new MediaSource.Inline(odd.blob()));
      default ->
          new ToolResult(
              new ToolUseId("srv_" + index),
              ToolResult.Status.SUCCESS,
              List.of(new Text(odd.text()), new Json(odd.json(2))),
              ofConverse("type", "grounding"));
    };
  }

  private ToolUse toolUse(int index) {
    return new ToolUse(
        new ToolUseId("tooluse_" + index),
        new ToolName(random.nextBoolean() ? "top_song" : "fs-write"),
        new ToolInput.Parsed(odd.json(3)),
        random.nextInt(4) == 0 ? ofConverse("type", "server_tool_use") : JsonObject.EMPTY);
  }

  /// A call that ends an answer which was cut short is no plain call, so it gets another reason.
  private StopReason stopReason(List<ContentBlock> content) {
    if (!content.isEmpty() && content.getLast() instanceof ToolUse) {
      return StopReason.Known.TOOL_USE;
    }
    StopReason.Known[] known = StopReason.Known.values();
    int choice = random.nextInt(known.length + 1);
    return choice < known.length ? known[choice] : StopReason.of("brand_new");
  }

  private Usage usage() {
    return new Usage(
        random.nextInt(1000),
        random.nextInt(1000),
        random.nextInt(3) * 100L,
        random.nextInt(3) * 100L,
        random.nextBoolean() ? JsonObject.EMPTY : JsonObject.of("cacheDetails", List.of()));
  }

  private Duration latency() {
    return Duration.ofMillis(random.nextInt(5000));
  }

  private JsonObject extra() {
    return random.nextBoolean()
        ? JsonObject.EMPTY
        : JsonObject.of("additionalModelResponseFields", odd.json(2)).with("trace", odd.json(1));
  }
}
