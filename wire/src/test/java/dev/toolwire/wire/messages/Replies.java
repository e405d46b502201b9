package dev.toolwire.wire.messages;

import dev.toolwire.conversation.Citations;
import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.Opaque;
import dev.toolwire.conversation.Reasoning;
import dev.toolwire.conversation.RedactedReasoning;
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
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Makes up replies: every kind of block that both a unary and a streamed answer can hold, every
/// stop reason of this wire, odd characters.
public final class Replies {

  private static final List<StopReason> REASONS =
      List.of(
          StopReason.Known.END_TURN,
          StopReason.Known.TOOL_USE,
          StopReason.Known.MAX_TOKENS,
          StopReason.Known.STOP_SEQUENCE,
          StopReason.Known.PAUSE_TURN,
          StopReason.Known.REFUSAL,
          StopReason.Known.MODEL_CONTEXT_WINDOW_EXCEEDED,
          StopReason.Known.COMPACTION,
          StopReason.of("brand_new"));

  private final RandomGenerator random;
  private final OddContent odd;

  public Replies(RandomGenerator random) {
    this.random = random;
    this.odd = new OddContent(random);
  }

  public Reply next() {
    List<ContentBlock> content =
        IntStream.range(0, random.nextInt(5)).mapToObj(this::block).toList();
    return new Reply(content, stopReason(content), usage(), Duration.ZERO, extra());
  }

  private ContentBlock block(int index) {
    return switch (random.nextInt(9)) {
      case 0, 1 -> new Text(odd.text());
      case 2, 3 -> toolUse(index);
      case 4 -> new Reasoning(odd.text(), random.nextBoolean() ? "c2lnbmF0dXJl" : "");
      case 5 -> new RedactedReasoning(odd.blob());
      case 6 -> new Citations(List.of(odd.text()), List.of(citation(), citation()));
      case 7 ->
          opaque(
              JsonObject.of("type", "server_tool_use")
                  .with("id", "srvtoolu_" + index)
                  .with("name", "web_search")
                  .with("input", odd.json(2).toNode()));
      default ->
          opaque(
              JsonObject.of("type", "web_search_tool_result")
                  .with("tool_use_id", "srvtoolu_1")
                  .with("content", List.of(odd.json(1).toNode())));
    };
  }

  private static Opaque opaque(JsonObject json) {
    return new Opaque("messages", json.text("type").orElseThrow(), json);
  }

  private ToolUse toolUse(int index) {
    return new ToolUse(
        new ToolUseId("toolu_" + index),
        new ToolName(random.nextBoolean() ? "top_song" : "fs-write"),
        new ToolInput.Parsed(odd.json(3)),
        random.nextInt(4) == 0
            ? JsonObject.parse("{\"caller\":{\"type\":\"direct\"},\"wire\":\"messages\"}")
            : JsonObject.EMPTY);
  }

  private JsonObject citation() {
    return JsonObject.parse(
        switch (random.nextInt(4)) {
          case 0 ->
              """
              {"title":"Grass","sourceContent":[{"text":"green"}],
               "location":{"documentChar":{"documentIndex":0,"start":1,"end":9}}}\
              """;
          case 1 ->
              """
              {"sourceContent":[{"text":"x"}],"location":{"web":{"url":"https://a.example"}},
               "extra":{"encrypted_index":"abc","wire":"messages"}}\
              """;
          case 2 ->
              """
              {"title":"t","source":"s","sourceContent":[{"text":"x"}],
               "location":{"searchResultLocation":{"searchResultIndex":2,"start":0,"end":1}}}\
              """;
          default -> "{\"type\":\"dream_location\",\"depth\":3,\"wire\":\"messages\"}";
        });
  }

  /// A call that ends an answer which was cut short is no plain call, so it gets another reason.
  private StopReason stopReason(List<ContentBlock> content) {
    if (!content.isEmpty() && content.getLast() instanceof ToolUse) {
      return StopReason.Known.TOOL_USE;
    }
    return REASONS.get(random.nextInt(REASONS.size()));
  }

  private Usage usage() {
    return new Usage(
        random.nextInt(1000),
        random.nextInt(1000),
        random.nextInt(3) * 100L,
        random.nextInt(3) * 100L,
        random.nextBoolean() ? JsonObject.EMPTY : JsonObject.of("service_tier", "standard"));
  }

  private JsonObject extra() {
    JsonObject extra = JsonObject.of("id", "msg_01").with("model", "claude-haiku-4-5");
    return switch (random.nextInt(3)) {
      case 0 -> extra;
      case 1 -> extra.with("stop_sequence", odd.text()).with("brand_new", odd.json(1).toNode());
      default -> extra.with("stop_details", odd.json(1).toNode());
    };
  }
}
