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
      case Text(String text, JsonObject extra) -> text(index, text, extra);
      case ToolUse(var id, var name, ToolInput input, JsonObject extra) -> {
        events.write(new StreamEvent.ToolUseStart(index, id, name, extra));
        events.write(new StreamEvent.ToolInputDelta(index, text(input)));
      }
      case Reasoning(String text, String signature, JsonObject extra) -> {
        events.start(
            index,
            out -> {
              out.writeStringProperty("type", "thinking");
              out.writeStringProperty("thinking", "");
              out.writeStringProperty("signature", "");
              Leftovers.write(BlockReader.WIRE, extra, out);
            });
        events.write(new StreamEvent.ReasoningDelta(index, text));
        if (!signature.isEmpty()) {
          events.write(new StreamEvent.SignatureDelta(index, signature));
        }
      }
      case Citations(var texts, var citations, JsonObject extra) -> {
        text(index, String.join("", texts), extra);
        citations.forEach(citation -> events.write(new StreamEvent.CitationDelta(index, citation)));
      }
      case RedactedReasoning redacted ->
          events.whole(index, out -> new BlockWriter(out).block(redacted));
      case Opaque opaque when opaque.json().member("input").isPresent() -> call(index, opaque);
      case Opaque opaque -> events.whole(index, out -> new BlockWriter(out).opaque(opaque));
      case ToolResult _ -> throw unsayable("a toolResult");
      case Image _ -> throw unsayable("an image");
      case Document _ -> throw unsayable("a document");
      case CachePoint _ -> throw unsayable("a cachePoint");
    }
  }

  private void text(int index, String text, JsonObject extra) {
    events.start(
        index,
        out -> {
          out.writeStringProperty("type", "text");
          out.writeStringProperty("text", "");
          Leftovers.write(BlockReader.WIRE, extra, out);
        });
    events.write(new StreamEvent.TextDelta(index, text));
  }

  /// The call of a tool that the service runs; its input comes in pieces like that of any other.
  private void call(int index, Opaque call) {
    Opaque begun =
        new Opaque(call.wire(), call.type(), call.json().with("input", JsonObject.EMPTY.toNode()));
    events.whole(index, out -> new BlockWriter(out).opaque(begun));
    String input = call.json().member("input").orElseThrow().toString();
    events.write(new StreamEvent.ToolInputDelta(index, input));
  }

  private static String text(ToolInput input) {
    return switch (input) {
      case ToolInput.Parsed(JsonObject value) -> value.toString();
      case ToolInput.Malformed(String text, _) -> text;
      case ToolInput.Truncated(String text) -> text;
    };
  }

  private static UnsupportedOnWireException unsayable(String what) {
    return new UnsupportedOnWireException(what + " has no form in an answer over Messages");
  }
}
