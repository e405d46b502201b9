package dev.toolwire.wire.messages;

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
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.UnsupportedOnWireException;
import dev.toolwire.wire.json.Leftovers;
import tools.jackson.core.JsonGenerator;

/// Writes content blocks, each an object that names its `type`.
final class BlockWriter {

  /// The member that holds a tool input which never became an object.
  static final String INVALID_JSON = "INVALID_JSON";

  private final JsonGenerator out;

  BlockWriter(JsonGenerator out) {
    this.out = out;
  }

  void block(ContentBlock block) {
    switch (block) {
      case Text(String text, JsonObject extra) -> text(text, extra);
      case ToolUse call -> toolUse(call);
      case ToolResult result -> toolResult(result);
      case Reasoning reasoning -> thinking(reasoning);
      case RedactedReasoning redacted -> redacted(redacted);
      case Image image -> new MediaWriter(out).image(image);
      case Document document -> new MediaWriter(out).document(document);
      case Citations citations -> citations(citations);
      case CachePoint _ ->
          throw new UnsupportedOnWireException(
              "a cachePoint has no form of its own over Messages; it marks the block before it");
      case Opaque opaque -> opaque(opaque);
    }
  }

  /// The object to send for `input`: the service refuses anything else, and a text that never
  /// became an object would make every later request of the conversation fail. The name of the
  /// member is the one that Anthropic's documentation of fine-grained tool streaming gives.
  static JsonObject sendable(ToolInput input) {
    return switch (input) {
      case ToolInput.Parsed(JsonObject value) -> value;
      case ToolInput.Malformed(String text, _) -> JsonObject.of(INVALID_JSON, text);
      case ToolInput.Truncated(String text) -> JsonObject.of(INVALID_JSON, text);
    };
  }

  void text(String text, JsonObject extra) {
    start("text");
    out.writeStringProperty("text", text);
    end(extra);
  }

  void opaque(Opaque opaque) {
    if (!opaque.wire().equals(BlockReader.WIRE)) {
      throw new UnsupportedOnWireException(
          "a block \""
              + opaque.type()
              + "\" of the wire "
              + opaque.wire()
              + " cannot be said over Messages; leave it out of the conversation");
    }
    opaque.json().write(out);
  }

  private void toolUse(ToolUse call) {
    start("tool_use");
    out.writeStringProperty("id", call.id().value());
    out.writeStringProperty("name", call.name().value());
    out.writeName("input");
    sendable(call.input()).write(out);
    end(call.extra());
  }

  private void toolResult(ToolResult result) {
    start("tool_result");
    out.writeStringProperty("tool_use_id", result.id().value());
    out.writeArrayPropertyStart("content");
    result.content().forEach(this::inResult);
    out.writeEndArray();
    if (result.status() == ToolResult.Status.ERROR) {
      out.writeBooleanProperty("is_error", true);
    }
    end(result.extra());
  }

  private void inResult(ResultBlock block) {
    switch (block) {
      case Text(String text, JsonObject extra) -> text(text, extra);
      case Json(JsonObject value) -> text(value.toString(), JsonObject.EMPTY);
      case Image image -> new MediaWriter(out).image(image);
      case Document document -> new MediaWriter(out).document(document);
      case Opaque opaque -> opaque(opaque);
    }
  }

  private void thinking(Reasoning reasoning) {
    start("thinking");
    out.writeStringProperty("thinking", reasoning.text());
    out.writeStringProperty("signature", reasoning.signature());
    end(reasoning.extra());
  }

  private void redacted(RedactedReasoning redacted) {
    start("redacted_thinking");
    out.writeStringProperty(
        "data", redacted.extra().text("data").orElseGet(() -> redacted.data().base64()));
    end(redacted.extra().without("data"));
  }

  private void citations(Citations citations) {
    start("text");
    out.writeStringProperty("text", String.join("", citations.content()));
    out.writeArrayPropertyStart("citations");
    citations
        .citations()
        .forEach(citation -> CitationWriter.citation(citation).ifPresent(said -> said.write(out)));
    out.writeEndArray();
    end(citations.extra());
  }

  private void start(String type) {
    out.writeStartObject();
    out.writeStringProperty("type", type);
  }

  private void end(JsonObject extra) {
    Leftovers.write(BlockReader.WIRE, extra, out);
    out.writeEndObject();
  }
}
