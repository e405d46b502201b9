package dev.toolwire.wire.messages;

import dev.toolwire.json.JsonObject;
import dev.toolwire.json.JsonText;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.wire.json.WireObject;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A block of a stream between its start and its stop.
///
/// Text, thinking and calls are told piece by piece. All else, and what of these has members that
/// only a whole block can hold, is gathered in the object that a unary answer would hold.
final class OpenBlock {

  private static final StreamEvent PIECE = new StreamEvent.Ping();
  private static final Set<String> TEXT = Set.of("type", "text", "citations");
  private static final Set<String> THINKING = Set.of("type", "thinking", "signature");

  private final int index;

  /// The whole block, if it is gathered.
  private final @Nullable ObjectNode gathered;

  /// What the start says, if it is told at once.
  private final @Nullable StreamEvent start;

  /// What is told at the stop if nothing came before it.
  private final @Nullable StreamEvent otherwise;

  private final StringBuilder input = new StringBuilder();
  private boolean begun;
  private boolean hasInput;

  private OpenBlock(
      int index,
      @Nullable ObjectNode gathered,
      @Nullable StreamEvent start,
      @Nullable StreamEvent otherwise) {
    this.index = index;
    this.gathered = gathered;
    this.start = start;
    this.otherwise = otherwise;
    this.begun = start != null;
  }

  static OpenBlock unstarted(int index) {
    return new OpenBlock(index, null, null, null);
  }

  static OpenBlock of(int index, WireObject block) {
    return switch (block.requireText("type")) {
      case "text" -> {
        String text = block.text("text").orElse("");
        boolean plain =
            block.restWithoutNulls(TEXT).isEmpty()
                && !block.elements("citations").iterator().hasNext();
        StreamEvent begin = text.isEmpty() ? null : new StreamEvent.TextDelta(index, text);
        yield plain ? new OpenBlock(index, null, begin, null) : whole(index, block);
      }
      case "thinking" -> {
        String text = block.text("thinking").orElse("");
        boolean plain =
            block.restWithoutNulls(THINKING).isEmpty()
                && block.text("signature").orElse("").isEmpty();
        StreamEvent said = new StreamEvent.ReasoningDelta(index, text);
        yield plain
            ? new OpenBlock(index, null, text.isEmpty() ? null : said, said)
            : whole(index, block);
      }
      case "tool_use" -> toolUse(index, block);
      default -> whole(index, block);
    };
  }

  private static OpenBlock toolUse(int index, WireObject call) {
    StreamEvent begin =
        new StreamEvent.ToolUseStart(
            index,
            BlockReader.id(call, "id"),
            BlockReader.toolName(call),
            BlockReader.toolUseLeftovers(call));
    JsonNode input = call.find("input");
    StreamEvent all =
        input == null || input.isEmpty()
            ? null
            : new StreamEvent.ToolInputDelta(index, input.toString());
    return new OpenBlock(index, null, begin, all);
  }

  private static OpenBlock whole(int index, WireObject block) {
    return new OpenBlock(index, block.node(), null, null);
  }

  boolean isToldInPieces() {
    return gathered == null;
  }

  /// A piece has come that was told by itself.
  void begin(StreamEvent piece) {
    begun = true;
    hasInput |= !(piece instanceof StreamEvent.ToolInputDelta(_, String text) && text.isEmpty());
  }

  /// What the start says; null if there is nothing to say yet.
  @Nullable StreamEvent start() {
    return gathered != null ? PIECE : start;
  }

  /// What a delta says; null for one of an unknown kind.
  @Nullable StreamEvent delta(int at, WireObject delta) {
    String type = delta.requireText("type");
    if (gathered != null) {
      return gather(type, delta, gathered) ? PIECE : null;
    }
    StreamEvent told =
        switch (type) {
          case "text_delta" -> new StreamEvent.TextDelta(at, delta.requireText("text"));
          case "input_json_delta" ->
              new StreamEvent.ToolInputDelta(at, delta.requireText("partial_json"));
          case "thinking_delta" ->
              new StreamEvent.ReasoningDelta(at, delta.requireText("thinking"));
          case "signature_delta" ->
              new StreamEvent.SignatureDelta(at, delta.requireText("signature"));
          case "citations_delta" ->
              new StreamEvent.CitationDelta(
                  at, CitationReader.citation(delta.requireObject("citation")));
          default -> null;
        };
    if (told != null) {
      begin(told);
    }
    return told;
  }

  private boolean gather(String type, WireObject delta, ObjectNode block) {
    switch (type) {
      case "input_json_delta" -> input.append(delta.requireText("partial_json"));
      case "text_delta" -> append(block, "text", delta.requireText("text"));
      case "thinking_delta" -> append(block, "thinking", delta.requireText("thinking"));
      case "signature_delta" -> append(block, "signature", delta.requireText("signature"));
      case "compaction_delta" -> append(block, "content", delta.text("content").orElse(""));
      case "citations_delta" -> {
        JsonNode before = block.get("citations");
        (before != null && before.isArray()
                ? block.withArray("citations")
                : block.putArray("citations"))
            .add(delta.requireObject("citation").node());
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private static void append(ObjectNode block, String member, String more) {
    block.put(member, block.path(member).asString("") + more);
  }

  /// What is left to tell when the block stops; null if nothing is.
  @Nullable StreamEvent rest() {
    if (gathered == null) {
      StreamEvent late = hasInput ? null : otherwise;
      begun |= late != null;
      return late;
    }
    if (!input.isEmpty()) {
      gathered.set("input", parsed(input.toString()));
    }
    begun = true;
    return new StreamEvent.WholeBlock(
        index, BlockReader.block(WireObject.of("block " + index, gathered)));
  }

  private static JsonNode parsed(String text) {
    try {
      return JsonText.read(text);
    } catch (JacksonException notJson) {
      return JsonObject.of(BlockWriter.INVALID_JSON, text).toNode();
    }
  }

  /// Whether there is anything of this block that a reader knows of. Empty text is nothing.
  boolean isTold() {
    return begun;
  }
}
