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
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.model.UnsupportedOnWireException;
import dev.toolwire.wire.json.Leftovers;

/// Writes a block that a stream is given whole in the pieces that a stream has for it.
final class WholeBlockWriter {

  private final EventWriter events;

  WholeBlockWriter(EventWriter events) {
    this.events = events;
  }

  void write(int index, ContentBlock block) {
    switch (block) {
      case Text(String text, JsonObject extra) -> {
        requireNoExtra("text", extra);
        events.write(new StreamEvent.TextDelta(index, text));
      }
      case ToolUse(var id, var name, ToolInput input, JsonObject extra) -> {
        events.write(new StreamEvent.ToolUseStart(index, id, name, extra));
        events.write(new StreamEvent.ToolInputDelta(index, text(input)));
      }
      case Reasoning(String text, String signature, JsonObject extra) -> {
        requireNoExtra("reasoning", extra);
        events.write(new StreamEvent.ReasoningDelta(index, text));
        if (!signature.isEmpty()) {
          events.write(new StreamEvent.SignatureDelta(index, signature));
        }
      }
      case RedactedReasoning(var data, JsonObject extra) -> {
        requireNoExtra("redacted reasoning", extra);
        events.write(new StreamEvent.RedactedDelta(index, data));
      }
      case Citations(var texts, var citations, JsonObject extra) -> {
        requireNoExtra("citations", extra);
        texts.forEach(text -> events.write(new StreamEvent.TextDelta(index, text)));
        citations.forEach(citation -> events.write(new StreamEvent.CitationDelta(index, citation)));
      }
      case ToolResult result -> toolResult(index, result);
      case Image image -> image(index, image);
      case Document _ -> throw unsayable("a document");
      case CachePoint _ -> throw unsayable("a cachePoint");
      case Opaque(_, String type, _) -> throw unsayable("a block \"" + type + "\"");
    }
  }

  private static String text(ToolInput input) {
    return switch (input) {
      case ToolInput.Parsed(JsonObject value) -> value.toString();
      case ToolInput.Malformed(String text, _) -> text;
      case ToolInput.Truncated(String text) -> text;
    };
  }

  private void toolResult(int index, ToolResult result) {
    result.content().forEach(WholeBlockWriter::requireTextOrJson);
    events.start(
        index,
        out -> {
          out.writeObjectPropertyStart("toolResult");
          out.writeStringProperty("toolUseId", result.id().value());
          out.writeStringProperty("status", BlockWriter.word(result.status()));
          Leftovers.write(BlockReader.WIRE, result.extra(), out);
          out.writeEndObject();
        });
    events.delta(
        index,
        out -> {
          out.writeArrayPropertyStart("toolResult");
          result.content().forEach(new BlockWriter(out)::result);
          out.writeEndArray();
        });
  }

  private static void requireTextOrJson(ResultBlock block) {
    if (!(block instanceof Text || block instanceof Json)) {
      throw unsayable("a tool result that holds more than text and JSON");
    }
  }

  private void image(int index, Image image) {
    events.start(index, out -> EventWriter.nested(out, "image", "format", image.format()));
    events.delta(
        index,
        out -> {
          out.writeObjectPropertyStart("image");
          out.writeObjectPropertyStart("source");
          MediaWriter.imageSource(out, image.source());
          out.writeEndObject();
          Leftovers.write(BlockReader.WIRE, image.extra(), out);
          out.writeEndObject();
        });
  }

  private static void requireNoExtra(String what, JsonObject extra) {
    if (!extra.isEmpty()) {
      throw unsayable(what + " with the members " + extra.names());
    }
  }

  private static UnsupportedOnWireException unsayable(String what) {
    return new UnsupportedOnWireException(
        what + " has no form in a ConverseStream; answer this request with Converse");
  }
}
