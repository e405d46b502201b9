package dev.toolwire.wire.messages;

import dev.toolwire.conversation.Blob;
import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.RedactedReasoning;
import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.Usage;
import dev.toolwire.json.JsonObject;
import dev.toolwire.json.JsonText;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.wire.json.Leftovers;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// Writes the events of one answer as the JSON texts of this wire. Each block gets its start, which
/// our events have only for calls; why the answer stopped is written with what it cost, as this
/// wire wants it.
final class EventWriter {

  private final MessageHead head;
  private final EventSink sink;
  private final Payload payload = new Payload();
  private final WholeBlockWriter blocks = new WholeBlockWriter(this);

  /// The open blocks; redacted reasoning as far as it has come, for it is written whole.
  private final Map<Integer, ByteArrayOutputStream> open = new HashMap<>();

  private static final ByteArrayOutputStream IN_PIECES = new ByteArrayOutputStream(0);

  private @Nullable StopReason reason;
  private JsonObject ending = JsonObject.EMPTY;

  EventWriter(MessageHead head, EventSink sink) {
    this.head = head;
    this.sink = sink;
  }

  void write(StreamEvent event) {
    switch (event) {
      case StreamEvent.MessageStart _ -> messageStart();
      case StreamEvent.ToolUseStart start -> toolUseStart(start);
      case StreamEvent.WholeBlock(int index, ContentBlock block) -> blocks.write(index, block);
      case StreamEvent.TextDelta(int index, String text) -> {
        open(index, "text", "text");
        delta(index, "text_delta", "text", text);
      }
      case StreamEvent.ToolInputDelta(int index, String text) ->
          delta(index, "input_json_delta", "partial_json", text);
      case StreamEvent.ReasoningDelta(int index, String text) -> {
        open(index, "thinking", "thinking");
        delta(index, "thinking_delta", "thinking", text);
      }
      case StreamEvent.SignatureDelta(int index, String signature) -> {
        open(index, "thinking", "thinking");
        delta(index, "signature_delta", "signature", signature);
      }
      case StreamEvent.RedactedDelta(int index, Blob data) ->
          open.computeIfAbsent(index, _ -> new ByteArrayOutputStream()).writeBytes(data.bytes());
      case StreamEvent.CitationDelta(int index, JsonObject citation) -> citation(index, citation);
      case StreamEvent.ContentBlockStop(int index) -> stop(index);
      case StreamEvent.MessageStop(StopReason why, JsonObject extra) -> {
        reason = why;
        ending = extra;
      }
      case StreamEvent.Metadata(Usage usage, _, JsonObject extra) -> messageStop(usage, extra);
      case StreamEvent.Ping _ -> event("ping", _ -> {});
      case StreamEvent.Unrecognized(String type, JsonObject said) ->
          event(type, out -> said.without("type").writeMembers(out));
    }
  }

  private void messageStart() {
    event(
        "message_start",
        out -> {
          out.writeObjectPropertyStart("message");
          ReplyWriter.start(out, head, JsonObject.EMPTY);
          out.writeArrayPropertyStart("content");
          out.writeEndArray();
          out.writeNullProperty("stop_reason");
          out.writeNullProperty("stop_sequence");
          UsageFigures.write(out, head.usage());
          out.writeEndObject();
        });
  }

  /// Opens a block whose start holds an empty text, unless it is open.
  private void open(int index, String type, String member) {
    if (!open.containsKey(index)) {
      start(
          index,
          out -> {
            out.writeStringProperty("type", type);
            out.writeStringProperty(member, "");
            if (type.equals("thinking")) {
              out.writeStringProperty("signature", "");
            }
          });
    }
  }

  /// Opens a block.
  ///
  /// @param members of its object
  void start(int index, Consumer<JsonGenerator> members) {
    open.put(index, IN_PIECES);
    whole(
        index,
        out -> {
          out.writeStartObject();
          members.accept(out);
          out.writeEndObject();
        });
  }

  /// Opens a block.
  ///
  /// @param block its object
  void whole(int index, Consumer<JsonGenerator> block) {
    open.put(index, IN_PIECES);
    event(
        "content_block_start",
        out -> {
          out.writeNumberProperty("index", index);
          out.writeName("content_block");
          block.accept(out);
        });
  }

  private void toolUseStart(StreamEvent.ToolUseStart start) {
    start(
        start.index(),
        out -> {
          out.writeStringProperty("type", "tool_use");
          out.writeStringProperty("id", start.id().value());
          out.writeStringProperty("name", start.name().value());
          out.writeObjectPropertyStart("input");
          out.writeEndObject();
          Leftovers.write(BlockReader.WIRE, start.extra(), out);
        });
  }

  void delta(int index, String type, String member, String text) {
    event(
        "content_block_delta",
        out -> {
          out.writeNumberProperty("index", index);
          out.writeObjectPropertyStart("delta");
          out.writeStringProperty("type", type);
          out.writeStringProperty(member, text);
          out.writeEndObject();
        });
  }

  private void citation(int index, JsonObject neutral) {
    open(index, "text", "text");
    CitationWriter.citation(neutral)
        .ifPresent(citation ->
            event(
                "content_block_delta",
                out -> {
                  out.writeNumberProperty("index", index);
                  out.writeObjectPropertyStart("delta");
                  out.writeStringProperty("type", "citations_delta");
                  out.writeName("citation");
                  citation.write(out);
                  out.writeEndObject();
                }));
  }

  private void stop(int index) {
    ByteArrayOutputStream redacted = open.remove(index);
    if (redacted != null && redacted.size() > 0) {
      blocks.write(index, new RedactedReasoning(Blob.of(redacted.toByteArray())));
      open.remove(index);
    }
    event("content_block_stop", out -> out.writeNumberProperty("index", index));
  }

  private void messageStop(Usage usage, JsonObject more) {
    JsonObject all = more;
    for (String member : ending.names()) {
      all = all.with(member, ending.member(member).orElseThrow());
    }
    JsonObject extra = all;
    StopReason why = reason == null ? StopReason.Known.END_TURN : reason;
    event(
        "message_delta",
        out -> {
          out.writeObjectPropertyStart("delta");
          out.writeStringProperty("stop_reason", ReplyWriter.word(why));
          ReplyWriter.ending(out, extra);
          ReplyWriter.rest(extra).writeMembers(out);
          out.writeEndObject();
          UsageFigures.write(out, usage);
        });
    event("message_stop", _ -> {});
  }

  void event(String type, Consumer<JsonGenerator> members) {
    payload.reset();
    try (JsonGenerator out = JsonText.generator(payload)) {
      out.writeStartObject();
      out.writeStringProperty("type", type);
      members.accept(out);
      out.writeEndObject();
    }
    sink.event(type, payload.array(), payload.size());
  }

  /// Lets its array be read in place. It is as large as the largest payload so far.
  private static final class Payload extends ByteArrayOutputStream {
    byte[] array() {
      return buf;
    }
  }
}
