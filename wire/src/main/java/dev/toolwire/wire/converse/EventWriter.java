package dev.toolwire.wire.converse;

import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.json.JsonObject;
import dev.toolwire.json.JsonText;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.wire.eventstream.EventStreamEncoder;
import dev.toolwire.wire.json.Leftovers;
import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/// Writes events as frames.
final class EventWriter {

  private final EventStreamEncoder frames;
  private final Padding padding;
  private final Payload payload = new Payload();
  private final WholeBlockWriter blocks = new WholeBlockWriter(this);

  EventWriter(EventStreamEncoder frames, Padding padding) {
    this.frames = frames;
    this.padding = padding;
  }

  void write(StreamEvent event) {
    switch (event) {
      case StreamEvent.MessageStart(var role) ->
          frame("messageStart", out -> out.writeStringProperty("role", RequestWriter.word(role)));
      case StreamEvent.ToolUseStart start -> toolUseStart(start);
      case StreamEvent.WholeBlock(int index, ContentBlock block) -> blocks.write(index, block);
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
          frame("metadata", out -> AnswerFigures.write(out, usage, latency, extra));
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
          out.writeStringProperty("toolUseId", start.id().value());
          out.writeStringProperty("name", start.name().value());
          Leftovers.write(BlockReader.WIRE, start.extra(), out);
          out.writeEndObject();
        });
  }

  void start(int index, Consumer<JsonGenerator> union) {
    frame("contentBlockStart", out -> indexed(out, index, "start", union));
  }

  void delta(int index, Consumer<JsonGenerator> union) {
    frame("contentBlockDelta", out -> indexed(out, index, "delta", union));
  }

  private static void indexed(
      JsonGenerator out, int index, String member, Consumer<JsonGenerator> union) {
    out.writeNumberProperty("contentBlockIndex", index);
    out.writeObjectPropertyStart(member);
    union.accept(out);
    out.writeEndObject();
  }

  static void nested(JsonGenerator out, String outer, String inner, String text) {
    out.writeObjectPropertyStart(outer);
    out.writeStringProperty(inner, text);
    out.writeEndObject();
  }

  private void frame(String type, Consumer<JsonGenerator> members) {
    payload.reset();
    try (JsonGenerator out = JsonText.generator(payload)) {
      out.writeStartObject();
      members.accept(out);
      padding.next().ifPresent(text -> out.writeStringProperty(Padding.MEMBER, text));
      out.writeEndObject();
    }
    frames.event(type, payload.array(), 0, payload.size());
  }

  /// Lets its array be read in place. It is as large as the largest payload so far.
  private static final class Payload extends ByteArrayOutputStream {
    byte[] array() {
      return buf;
    }
  }
}
