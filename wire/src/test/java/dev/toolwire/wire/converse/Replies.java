package dev.toolwire.wire.converse;

import dev.toolwire.conversation.Blob;
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
import dev.toolwire.wire.json.Leftovers;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;

/// Makes up replies: every kind of block that both a unary and a streamed answer can hold, every
/// stop reason, odd characters.
final class Replies {

  private static final List<String> WORDS =
      List.of("a", "Ærø ", "\n", "\"", "\\", "😀", "\u2028", "{}", "tool", "\t", "/", "p");

  private final RandomGenerator random;

  Replies(RandomGenerator random) {
    this.random = random;
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
      case 0, 1 -> new Text(text());
      case 2, 3 -> toolUse(index);
      case 4 -> new Reasoning(text(), random.nextBoolean() ? "c2lnbmF0dXJl" : "");
      case 5 -> new RedactedReasoning(blob());
      case 6 ->
          random.nextBoolean()
              ? new Citations(List.of(text()), List.of(json(1), json(1)))
              : new Image("png", new MediaSource.Inline(blob()));
      default ->
          new ToolResult(
              new ToolUseId("srv_" + index),
              ToolResult.Status.SUCCESS,
              List.of(new Text(text()), new Json(json(2))),
              ofConverse("type", "grounding"));
    };
  }

  private ToolUse toolUse(int index) {
    return new ToolUse(
        new ToolUseId("tooluse_" + index),
        new ToolName(random.nextBoolean() ? "top_song" : "fs-write"),
        new ToolInput.Parsed(json(3)),
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
        : JsonObject.of("additionalModelResponseFields", json(2)).with("trace", json(1));
  }

  private JsonObject json(int depth) {
    ObjectNode object = JsonObject.MAPPER.createObjectNode();
    for (int i = random.nextInt(4); i > 0; i--) {
      String name = text() + i;
      switch (random.nextInt(depth > 0 ? 6 : 4)) {
        case 0 -> object.put(name, text());
        case 1 -> object.put(name, random.nextInt());
        case 2 -> object.put(name, new BigDecimal("2.50"));
        case 3 -> object.putNull(name);
        case 4 -> object.putArray(name).add(true).add(json(depth - 1).toNode());
        default -> object.set(name, json(depth - 1).toNode());
      }
    }
    return JsonObject.adopt(object);
  }

  private String text() {
    List<String> words = new ArrayList<>();
    for (int i = random.nextInt(6); i >= 0; i--) {
      words.add(WORDS.get(random.nextInt(WORDS.size())));
    }
    return String.join("", words);
  }

  private Blob blob() {
    byte[] bytes = new byte[1 + random.nextInt(10)];
    random.nextBytes(bytes);
    return Blob.of(bytes);
  }
}
