package dev.toolwire.wire.messages;

import dev.toolwire.conversation.CachePoint;
import dev.toolwire.conversation.Citations;
import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.Document;
import dev.toolwire.conversation.Image;
import dev.toolwire.conversation.Opaque;
import dev.toolwire.conversation.Reasoning;
import dev.toolwire.conversation.RedactedReasoning;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.json.JsonObject;
import java.util.Optional;

/// Marks the block before a [CachePoint], which is how Messages says it.
final class CacheControl {

  private static final String MEMBER = "cache_control";

  private CacheControl() {}

  /// `block` with the mark; empty for one that cannot bear it.
  static Optional<ContentBlock> on(ContentBlock block, CachePoint point) {
    return switch (block) {
      case Text(String text, JsonObject extra) -> Optional.of(new Text(text, on(extra, point)));
      case ToolUse call ->
          Optional.of(new ToolUse(call.id(), call.name(), call.input(), on(call.extra(), point)));
      case ToolResult(var id, var status, var content, JsonObject extra) ->
          Optional.of(new ToolResult(id, status, content, on(extra, point)));
      case Image(String format, var source, JsonObject extra) ->
          Optional.of(new Image(format, source, on(extra, point)));
      case Document(String name, String format, var source, JsonObject extra) ->
          Optional.of(new Document(name, format, source, on(extra, point)));
      case Citations(var content, var citations, JsonObject extra) ->
          Optional.of(new Citations(content, citations, on(extra, point)));
      case Opaque(String wire, String type, JsonObject json) ->
          Optional.of(new Opaque(wire, type, on(json, point)));
      case Reasoning _, RedactedReasoning _, CachePoint _ -> Optional.empty();
    };
  }

  static JsonObject on(JsonObject extra, CachePoint point) {
    JsonObject control = JsonObject.of("type", "ephemeral");
    return extra.with(MEMBER, point.ttl().isEmpty() ? control : control.with("ttl", point.ttl()));
  }
}
