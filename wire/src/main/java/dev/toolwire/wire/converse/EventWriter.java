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
import dev.toolwire.wire.eventstream.EventStreamEncoder;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/// Writes events as frames.
final class EventWriter {

  private final EventStreamEncoder frames;
  private final Padding padding;

  EventWriter(EventStreamEncoder frames, Padding padding) {
    this.frames = frames;
    this.padding = padding;
  }

  void write(StreamEvent event) {
    switch (event) {
      case StreamEvent.MessageStart(var role) ->
          frame("messageStart", out -> out.writeStringProperty("role", RequestWriter.word(role)));
      case StreamEvent.ToolUseStart start -> toolUseStart(start);
      case StreamEvent.WholeBlock(int index, ContentBlock block) -> whole(index, block);
      case StreamEvent.TextDelta(int index, String text) ->
          delta(index, out -> out.writeStringProperty("text", text));
      case StreamEvent.ToolInputDelta(int index, String text) ->
          delta(index, out -> nested(out, "toolUse", "input", text));
      case StreamEvent.ReasoningDelta(int index, String text) ->
          delta(index, out -> nested(out, "reasoningContent", "text", text));
      case StreamEvent.SignatureDelta(int index, String signature) ->
          delta(index, out -> nested(out, "reasoningContent", "signature", signature));
      case StreamEvent.RedactedDelta(int index, var data) ->
          delta(index, out -> nested(out, "reasoningContent", "redactedContent", data.base64()));
      case StreamEvent.CitationDelta(int index, JsonObject citation) ->
          delta(
              index,
              out -> {
                out.writeName("citation");
                citation.write(out);
              });
      case StreamEvent.ContentBlockStop(int index) ->
          frame("contentBlockStop", out -> out.writeNumberProperty("contentBlockIndex", index));
      case StreamEvent.MessageStop(var reason, JsonObject extra) ->
          frame(
              "messageStop",
              out -> {
                out.writeStringProperty("stopReason", reason.value());
                extra.writeMembers(out);
              });
      case StreamEvent.Metadata(var usage, var latency, JsonObject extra) ->
          frame(
              "metadata",
              out -> {
                AnswerFigures.write(out, usage, latency);
                extra.writeMembers(out);
              });
      case StreamEvent.Ping _ -> {}
      case StreamEvent.Unrecognized(String type, JsonObject payload) ->
          frame(type, payload::writeMembers);
    }
  }

  private void toolUseStart(StreamEvent.ToolUseStart start) {
    start(
        start.index(),
        out -> {
          out.writeObjectPropertyStart("toolUse");
          out.writeStringProperty("toolUseId", PortableNames.toolUseId(start.id()));
          out.writeStringProperty("name", PortableNames.toolName(start.name()));
          start.extra().writeMembers(out);
          out.writeEndObject();
        });
  }

  private void whole(int index, ContentBlock block) {
    switch (block) {
      case Text(String text, JsonObject extra) -> {
        requireNoExtra("text", extra);
        write(new StreamEvent.TextDelta(index, text));
      }
      case ToolUse(var id, var name, ToolInput input, JsonObject extra) -> {
        toolUseStart(new StreamEvent.ToolUseStart(index, id, name, extra));
        write(new StreamEvent.ToolInputDelta(index, text(input)));
      }
      case Reasoning(String text, String signature, JsonObject extra) -> {
        requireNoExtra("reasoning", extra);
        write(new StreamEvent.ReasoningDelta(index, text));
        write(new StreamEvent.SignatureDelta(index, signature));
      }
      case RedactedReasoning(var data, JsonObject extra) -> {
        requireNoExtra("redacted reasoning", extra);
        write(new StreamEvent.RedactedDelta(index, data));
      }
      case Citations(var texts, var citations, JsonObject extra) -> {
        requireNoExtra("citations", extra);
        texts.forEach(text -> write(new StreamEvent.TextDelta(index, text)));
        citations.forEach(citation -> write(new StreamEvent.CitationDelta(index, citation)));
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
    result.content().forEach(EventWriter::requireTextOrJson);
    start(
        index,
        out -> {
          out.writeObjectPropertyStart("toolResult");
          out.writeStringProperty("toolUseId", PortableNames.toolUseId(result.id()));
          out.writeStringProperty("status", BlockWriter.word(result.status()));
          result.extra().writeMembers(out);
          out.writeEndObject();
        });
    delta(
        index,
        out -> {
          out.writeArrayPropertyStart("toolResult");
          result.content().forEach(new BlockWriter(out, true)::result);
          out.writeEndArray();
        });
  }

  private static void requireTextOrJson(ResultBlock block) {
    if (!(block instanceof Text || block instanceof Json)) {
      throw unsayable("a tool result that holds more than text and JSON");
    }
  }

  private void image(int index, Image image) {
    start(index, out -> nested(out, "image", "format", image.format()));
    delta(
        index,
        out -> {
          out.writeObjectPropertyStart("image");
          out.writeObjectPropertyStart("source");
          MediaWriter.imageSource(out, image.source());
          out.writeEndObject();
          image.extra().writeMembers(out);
          out.writeEndObject();
        });
  }

  private void start(int index, Consumer<JsonGenerator> union) {
    frame("contentBlockStart", out -> indexed(out, index, "start", union));
  }

  private void delta(int index, Consumer<JsonGenerator> union) {
    frame("contentBlockDelta", out -> indexed(out, index, "delta", union));
  }

  private static void indexed(
      JsonGenerator out, int index, String member, Consumer<JsonGenerator> union) {
    out.writeNumberProperty("contentBlockIndex", index);
    out.writeObjectPropertyStart(member);
    union.accept(out);
    out.writeEndObject();
  }

  private static void nested(JsonGenerator out, String outer, String inner, String text) {
    out.writeObjectPropertyStart(outer);
    out.writeStringProperty(inner, text);
    out.writeEndObject();
  }

  private void frame(String type, Consumer<JsonGenerator> members) {
    byte[] payload =
        JsonBytes.write(out -> {
          out.writeStartObject();
          members.accept(out);
          padding.next().ifPresent(text -> out.writeStringProperty(Padding.MEMBER, text));
          out.writeEndObject();
        });
    frames.event(type, payload, 0, payload.length);
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
