package dev.toolwire.wire.messages;

import dev.toolwire.conversation.Blob;
import dev.toolwire.conversation.CachePoint;
import dev.toolwire.conversation.Citations;
import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.Opaque;
import dev.toolwire.conversation.Reasoning;
import dev.toolwire.conversation.RedactedReasoning;
import dev.toolwire.conversation.ResultBlock;
import dev.toolwire.conversation.SystemBlock;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolName;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.json.JsonObject;
import dev.toolwire.wire.json.Leftovers;
import dev.toolwire.wire.json.WireObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Reads content blocks. A block that our words cannot hold without loss becomes [Opaque].
final class BlockReader {

  /// What this wire calls itself in an [Opaque] and in an `extra`.
  static final String WIRE = "messages";

  private static final String CACHE_CONTROL = "cache_control";
  private static final Set<String> CACHE_MEMBERS = Set.of("type", "ttl");
  private static final Set<String> TEXT = Set.of("type", "text", "citations");
  private static final Set<String> TOOL_USE = Set.of("type", "id", "name", "input");
  private static final Set<String> TOOL_RESULT =
      Set.of("type", "tool_use_id", "content", "is_error");
  private static final Set<String> THINKING = Set.of("type", "thinking", "signature");
  private static final Set<String> REDACTED = Set.of("type", "data");

  private BlockReader() {}

  /// The blocks of a message, whose content may be one text. A block that ends a prefix to cache is
  /// followed by a [CachePoint]; empty text, which the service writes and does not take back, is
  /// left out.
  static List<ContentBlock> content(WireObject message) {
    if (message.find("content") instanceof StringNode text) {
      return text.stringValue().isEmpty() ? List.of() : List.of(new Text(text.stringValue()));
    }
    List<WireObject> objects = message.objects("content");
    List<ContentBlock> blocks = new ArrayList<>(objects.size());
    for (int i = 0; i < objects.size(); i++) {
      WireObject block = objects.get(i);
      // Between results there may be nothing else.
      boolean amongResults =
          i + 1 < objects.size() && isResult(block) && isResult(objects.get(i + 1));
      Optional<CachePoint> point = amongResults ? Optional.empty() : takeCachePoint(block);
      ContentBlock read = block(block);
      if (!isEmpty(read)) {
        blocks.add(read);
      }
      point.ifPresent(blocks::add);
    }
    return blocks;
  }

  private static boolean isResult(WireObject block) {
    return block.text("type").orElse("").equals("tool_result");
  }

  private static boolean isEmpty(ContentBlock block) {
    return block instanceof Text(String text, JsonObject extra)
        && text.isEmpty()
        && extra.isEmpty();
  }

  private static Optional<CachePoint> takeCachePoint(WireObject block) {
    Optional<WireObject> control =
        block
            .object(CACHE_CONTROL)
            .filter(found -> found.text("type").orElse("").equals("ephemeral"))
            .filter(found -> found.rest(CACHE_MEMBERS).isEmpty());
    control.ifPresent(_ -> block.node().remove(CACHE_CONTROL));
    return control.map(found -> new CachePoint(found.text("ttl").orElse("")));
  }

  static ContentBlock block(WireObject block) {
    String type = block.requireText("type");
    Optional<? extends ContentBlock> known =
        switch (type) {
          case "text" -> Optional.of(text(block));
          case "tool_use" -> Optional.of(toolUse(block));
          case "tool_result" -> toolResult(block);
          case "thinking" -> Optional.of(thinking(block));
          case "redacted_thinking" -> Optional.of(redacted(block));
          case "image" -> MediaReader.image(block);
          case "document" -> MediaReader.document(block);
          default -> Optional.empty();
        };
    return known.isPresent() ? known.get() : opaque(block);
  }

  static List<SystemBlock> system(WireObject request) {
    if (request.find("system") instanceof StringNode text) {
      return text.stringValue().isEmpty() ? List.of() : List.of(new Text(text.stringValue()));
    }
    List<SystemBlock> blocks = new ArrayList<>();
    for (WireObject block : request.objects("system")) {
      Optional<CachePoint> point = takeCachePoint(block);
      boolean plain =
          block.text("type").orElse("").equals("text") && block.find("citations") == null;
      blocks.add(
          plain ? new Text(block.requireText("text"), block.leftovers(WIRE, TEXT)) : opaque(block));
      point.ifPresent(blocks::add);
    }
    return blocks;
  }

  static Opaque opaque(WireObject block) {
    return new Opaque(WIRE, block.requireText("type"), block.json());
  }

  static ToolUseId id(WireObject holder, String member) {
    String id = holder.requireText(member);
    if (id.isEmpty()) {
      throw holder.wrong("the id of a call in \"" + member + "\"", "an empty one");
    }
    return new ToolUseId(id);
  }

  static ToolName toolName(WireObject holder) {
    String name = holder.requireText("name");
    if (name.isEmpty()) {
      throw holder.wrong("the name of a tool", "an empty one");
    }
    return new ToolName(name);
  }

  static JsonObject toolUseLeftovers(WireObject call) {
    return call.leftovers(WIRE, TOOL_USE);
  }

  private static ContentBlock text(WireObject block) {
    List<JsonObject> citations = CitationReader.citations(block);
    JsonObject extra = block.leftovers(WIRE, TEXT);
    String text = block.requireText("text");
    return citations.isEmpty()
        ? new Text(text, extra)
        : new Citations(List.of(text), citations, extra);
  }

  private static ToolUse toolUse(WireObject call) {
    JsonNode input = call.find("input");
    ToolInput read =
        input instanceof ObjectNode object
            ? new ToolInput.Parsed(JsonObject.adopt(object))
            : ToolInput.of(input == null ? "" : input.toString());
    return new ToolUse(id(call, "id"), toolName(call), read, toolUseLeftovers(call));
  }

  private static Optional<ToolResult> toolResult(WireObject result) {
    List<ResultBlock> content = new ArrayList<>();
    if (result.find("content") instanceof StringNode text) {
      if (!text.stringValue().isEmpty()) {
        content.add(new Text(text.stringValue()));
      }
    } else {
      result.objects("content").forEach(block -> content.add(inResult(block)));
    }
    boolean error = result.isTrue("is_error");
    return error && content.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ToolResult(
                id(result, "tool_use_id"),
                error ? ToolResult.Status.ERROR : ToolResult.Status.SUCCESS,
                content,
                result.leftovers(WIRE, TOOL_RESULT)));
  }

  private static ResultBlock inResult(WireObject block) {
    Optional<? extends ResultBlock> known =
        switch (block.requireText("type")) {
          case "text" ->
              block.find("citations") == null
                  ? Optional.of(new Text(block.requireText("text"), block.leftovers(WIRE, TEXT)))
                  : Optional.empty();
          case "image" -> MediaReader.image(block);
          case "document" -> MediaReader.document(block);
          default -> Optional.empty();
        };
    return known.isPresent() ? known.get() : opaque(block);
  }

  private static Reasoning thinking(WireObject block) {
    return new Reasoning(
        block.text("thinking").orElse(""),
        block.text("signature").orElse(""),
        block.leftovers(WIRE, THINKING));
  }

  /// The data is base64 in practice, but promised to be no more than a text.
  private static RedactedReasoning redacted(WireObject block) {
    String data = block.requireText("data");
    JsonObject extra = block.leftovers(WIRE, REDACTED);
    try {
      Blob blob = Blob.fromBase64(data);
      if (blob.base64().equals(data)) {
        return new RedactedReasoning(blob, extra);
      }
    } catch (IllegalArgumentException notBase64) {
      // Kept as text, then.
    }
    return new RedactedReasoning(
        Blob.of(data.getBytes(StandardCharsets.UTF_8)),
        extra.with("data", data).with(Leftovers.WIRE, WIRE));
  }
}
