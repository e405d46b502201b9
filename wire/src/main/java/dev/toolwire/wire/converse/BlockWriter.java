package dev.toolwire.wire.converse;

import dev.toolwire.conversation.CachePoint;
import dev.toolwire.conversation.Citations;
import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.Document;
import dev.toolwire.conversation.Image;
import dev.toolwire.conversation.Json;
import dev.toolwire.conversation.Opaque;
import dev.toolwire.conversation.Reasoning;
import dev.toolwire.conversation.RedactedReasoning;
import dev.toolwire.conversation.ResultBlock;
import dev.toolwire.conversation.SystemBlock;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.UnsupportedOnWireException;
import dev.toolwire.wire.json.Leftovers;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/// Writes content blocks, each as an object with exactly one member.
final class BlockWriter {

  /// The member that holds a tool input which never became an object.
  static final String INVALID_JSON = "INVALID_JSON";

  private final JsonGenerator out;

  BlockWriter(JsonGenerator out) {
    this.out = out;
  }

  void blocks(String member, List<ContentBlock> blocks) {
    out.writeArrayPropertyStart(member);
    blocks.forEach(this::block);
    out.writeEndArray();
  }

  void block(ContentBlock block) {
    out.writeStartObject();
    switch (block) {
      case Text text -> text(text);
      case ToolUse call -> toolUse(call);
      case ToolResult result -> toolResult(result);
      case Reasoning reasoning -> reasoning(reasoning);
      case RedactedReasoning redacted -> redacted(redacted);
      case Image image -> MediaWriter.image(out, image);
      case Document document -> MediaWriter.document(out, document);
      case Citations citations -> citations(citations);
      case CachePoint point -> cachePoint(point);
      case Opaque opaque -> opaque(opaque);
    }
    out.writeEndObject();
  }

  void system(SystemBlock block) {
    out.writeStartObject();
    switch (block) {
      case Text text -> text(text);
      case CachePoint point -> cachePoint(point);
      case Opaque opaque -> opaque(opaque);
    }
    out.writeEndObject();
  }

  void result(ResultBlock block) {
    out.writeStartObject();
    switch (block) {
      case Text text -> text(text);
      case Json(JsonObject value) -> {
        out.writeName("json");
        value.write(out);
      }
      case Image image -> MediaWriter.image(out, image);
      case Document document -> MediaWriter.document(out, document);
      case Opaque opaque -> opaque(opaque);
    }
    out.writeEndObject();
  }

  /// The object to send for `input`: the service refuses anything else, and a text that never
  /// became an object would make every later request of the conversation fail.
  static JsonObject sendable(ToolInput input) {
    return switch (input) {
      case ToolInput.Parsed(JsonObject value) -> value;
      case ToolInput.Malformed(String text, _) -> JsonObject.of(INVALID_JSON, text);
      case ToolInput.Truncated(String text) -> JsonObject.of(INVALID_JSON, text);
    };
  }

  private void text(Text text) {
    requireNoExtra("text", text.extra());
    out.writeStringProperty("text", text.text());
  }

  private void toolUse(ToolUse call) {
    out.writeObjectPropertyStart("toolUse");
    out.writeStringProperty("toolUseId", call.id().value());
    out.writeStringProperty("name", call.name().value());
    out.writeName("input");
    sendable(call.input()).write(out);
    Leftovers.write(BlockReader.WIRE, call.extra(), out);
    out.writeEndObject();
  }

  private void toolResult(ToolResult result) {
    out.writeObjectPropertyStart("toolResult");
    out.writeStringProperty("toolUseId", result.id().value());
    out.writeArrayPropertyStart("content");
    result.content().forEach(this::result);
    out.writeEndArray();
    if (result.status() == ToolResult.Status.ERROR) {
      out.writeStringProperty("status", word(result.status()));
    }
    Leftovers.write(BlockReader.WIRE, result.extra(), out);
    out.writeEndObject();
  }

  private void reasoning(Reasoning reasoning) {
    out.writeObjectPropertyStart("reasoningContent");
    out.writeObjectPropertyStart("reasoningText");
    out.writeStringProperty("text", reasoning.text());
    if (!reasoning.signature().isEmpty()) {
      out.writeStringProperty("signature", reasoning.signature());
    }
    Leftovers.write(BlockReader.WIRE, reasoning.extra(), out);
    out.writeEndObject();
    out.writeEndObject();
  }

  private void redacted(RedactedReasoning redacted) {
    requireNoExtra("redactedContent", redacted.extra());
    out.writeObjectPropertyStart("reasoningContent");
    out.writeBinaryProperty("redactedContent", redacted.data().bytes());
    out.writeEndObject();
  }

  private void citations(Citations citations) {
    out.writeObjectPropertyStart("citationsContent");
    out.writeArrayPropertyStart("content");
    for (String text : citations.content()) {
      out.writeStartObject();
      out.writeStringProperty("text", text);
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeArrayPropertyStart("citations");
    citations.citations().forEach(citation -> citation.write(out));
    out.writeEndArray();
    Leftovers.write(BlockReader.WIRE, citations.extra(), out);
    out.writeEndObject();
  }

  private void cachePoint(CachePoint point) {
    out.writeObjectPropertyStart("cachePoint");
    if (point.extra().text("type").isEmpty()) {
      out.writeStringProperty("type", "default");
    }
    if (!point.ttl().isEmpty()) {
      out.writeStringProperty("ttl", point.ttl());
    }
    Leftovers.write(BlockReader.WIRE, point.extra(), out);
    out.writeEndObject();
  }

  /// The status as the wire writes it.
  static String word(ToolResult.Status status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  private void opaque(Opaque opaque) {
    if (!opaque.wire().equals(BlockReader.WIRE)) {
      throw new UnsupportedOnWireException(
          "a block \""
              + opaque.type()
              + "\" of the wire "
              + opaque.wire()
              + " cannot be said over Converse; leave it out of the conversation");
    }
    opaque.json().writeMembers(out);
  }

  private static void requireNoExtra(String member, JsonObject extra) {
    if (!extra.isEmpty()) {
      throw new UnsupportedOnWireException(
          "Converse's \""
              + member
              + "\" has no room for the members "
              + extra.names()
              + "; remove them from the block");
    }
  }
}
