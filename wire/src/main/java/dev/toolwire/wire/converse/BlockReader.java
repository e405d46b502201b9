package dev.toolwire.wire.converse;

import dev.toolwire.conversation.Blob;
import dev.toolwire.conversation.CachePoint;
import dev.toolwire.conversation.Citations;
import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.Json;
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
import dev.toolwire.wire.json.WireObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads content blocks. A block that our words cannot hold without loss becomes [Opaque].
final class BlockReader {

  /// What this wire calls itself in an [Opaque].
  static final String WIRE = "converse";

  private static final Set<String> TOOL_USE = Set.of("toolUseId", "name", "input");
  private static final Set<String> TOOL_RESULT = Set.of("toolUseId", "content", "status");
  private static final Set<String> REASONING = Set.of("text", "signature");
  private static final Set<String> CITATIONS = Set.of("content", "citations");

  private BlockReader() {}

  static List<ContentBlock> content(WireObject message) {
    List<WireObject> objects = message.objects("content");
    List<ContentBlock> blocks = new ArrayList<>(objects.size());
    objects.forEach(object -> blocks.add(block(object)));
    return blocks;
  }

  static ContentBlock block(WireObject block) {
    String member = block.only();
    Optional<? extends ContentBlock> known =
        switch (member) {
          case "text" -> Optional.of(new Text(block.requireText(member)));
          case "toolUse" -> Optional.of(toolUse(block.requireObject(member)));
          case "toolResult" -> toolResult(block.requireObject(member));
          case "reasoningContent" -> reasoning(block.requireObject(member));
          case "image" -> MediaReader.image(block.requireObject(member));
          case "document" -> MediaReader.document(block.requireObject(member));
          case "citationsContent" -> citations(block.requireObject(member));
          case "cachePoint" -> Optional.of(cachePoint(block.requireObject(member)));
          default -> Optional.empty();
        };
    return known.isPresent() ? known.get() : opaque(block);
  }

  static SystemBlock system(WireObject block) {
    return switch (block.only()) {
      case "text" -> new Text(block.requireText("text"));
      case "cachePoint" -> cachePoint(block.requireObject("cachePoint"));
      default -> opaque(block);
    };
  }

  static ResultBlock result(WireObject block) {
    String member = block.only();
    Optional<? extends ResultBlock> known =
        switch (member) {
          case "text" -> Optional.of(new Text(block.requireText(member)));
          case "json" -> json(block);
          case "image" -> MediaReader.image(block.requireObject(member));
          case "document" -> MediaReader.document(block.requireObject(member));
          default -> Optional.empty();
        };
    return known.isPresent() ? known.get() : opaque(block);
  }

  static Opaque opaque(WireObject block) {
    return new Opaque(WIRE, block.only(), block.json());
  }

  static ToolUseId toolUseId(WireObject holder) {
    String id = holder.requireText("toolUseId");
    if (id.isEmpty()) {
      throw holder.wrong("a toolUseId", "an empty one");
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

  private static ToolUse toolUse(WireObject call) {
    return new ToolUse(
        toolUseId(call), toolName(call), input(call.find("input")), call.leftovers(WIRE, TOOL_USE));
  }

  private static ToolInput input(@Nullable JsonNode input) {
    if (input instanceof ObjectNode object) {
      return new ToolInput.Parsed(JsonObject.adopt(object));
    }
    return ToolInput.of(input == null ? "" : input.toString());
  }

  private static Optional<ToolResult> toolResult(WireObject result) {
    String status = result.text("status").orElse("success");
    List<ResultBlock> content =
        result.objects("content").stream().map(BlockReader::result).toList();
    if (status.equals("success")) {
      return Optional.of(
          new ToolResult(
              toolUseId(result),
              ToolResult.Status.SUCCESS,
              content,
              result.leftovers(WIRE, TOOL_RESULT)));
    }
    if (status.equals("error") && !content.isEmpty()) {
      return Optional.of(
          new ToolResult(
              toolUseId(result),
              ToolResult.Status.ERROR,
              content,
              result.leftovers(WIRE, TOOL_RESULT)));
    }
    return Optional.empty();
  }

  private static Optional<ContentBlock> reasoning(WireObject union) {
    return switch (union.only()) {
      case "reasoningText" -> {
        WireObject text = union.requireObject("reasoningText");
        yield Optional.of(
            new Reasoning(
                text.text("text").orElse(""),
                text.text("signature").orElse(""),
                text.leftovers(WIRE, REASONING)));
      }
      case "redactedContent" -> Optional.of(new RedactedReasoning(blob(union, "redactedContent")));
      default -> Optional.empty();
    };
  }

  private static Optional<Citations> citations(WireObject block) {
    List<String> content = new ArrayList<>();
    for (WireObject piece : block.objects("content")) {
      if (!piece.only().equals("text")) {
        return Optional.empty();
      }
      content.add(piece.requireText("text"));
    }
    List<JsonObject> citations = block.objects("citations").stream().map(WireObject::json).toList();
    return Optional.of(new Citations(content, citations, block.leftovers(WIRE, CITATIONS)));
  }

  private static CachePoint cachePoint(WireObject point) {
    boolean ordinary = point.text("type").orElse("default").equals("default");
    Set<String> known = ordinary ? Set.of("type", "ttl") : Set.of("ttl");
    return new CachePoint(point.text("ttl").orElse(""), point.leftovers(WIRE, known));
  }

  private static Optional<Json> json(WireObject block) {
    return block.find("json") instanceof ObjectNode object
        ? Optional.of(new Json(JsonObject.adopt(object)))
        : Optional.empty();
  }

  /// The bytes of a base64 member.
  static Blob blob(WireObject holder, String member) {
    String text = holder.requireText(member);
    try {
      return Blob.fromBase64(text);
    } catch (IllegalArgumentException notBase64) {
      throw holder.wrong("base64 in \"" + member + "\"", "something else");
    }
  }
}
