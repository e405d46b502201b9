package dev.toolwire.wire.chat;

import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.Opaque;
import dev.toolwire.conversation.Reasoning;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.Usage;
import dev.toolwire.json.JsonObject;
import dev.toolwire.json.JsonText;
import dev.toolwire.model.ProviderException.Fault;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.model.UnsupportedOnWireException;
import dev.toolwire.wire.sse.SseEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// Turns the events of one answer, or of one of its choices, into Server-Sent Events, ended by
/// `[DONE]` behind the metadata. Not for several threads.
///
/// The order of the events is the caller's: that of [StreamEvent]. The end of a block has no word
/// here, nor have signatures; a [StreamEvent.Ping] is a comment.
public final class ChatStreamEncoder {

  private static final byte[] DONE = "[DONE]".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NOTHING = {};
  private static final String PADDING =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

  private final ChatHead head;
  private final int choice;
  private final SseEncoder lines = new SseEncoder();

  /// A call by its block: its number among the calls, and the input of a custom tool so far.
  private record Call(int number, ToolUse use, @Nullable StringBuilder custom) {}

  private final Map<Integer, Call> calls = new HashMap<>();
  private boolean refused;

  ChatStreamEncoder(ChatHead head, int choice) {
    this.head = head;
    this.choice = choice;
  }

  /// The bytes of an event; none for what this wire has no word for.
  ///
  /// @throws UnsupportedOnWireException for a block that Chat cannot hold
  public byte[] event(StreamEvent event) {
    return switch (event) {
      case StreamEvent.MessageStart _ ->
          delta(out -> {
            out.writeStringProperty("role", "assistant");
            out.writeStringProperty("content", "");
            out.writeNullProperty(ChatWords.REFUSAL);
          });
      case StreamEvent.TextDelta(_, String text) -> text("content", text);
      case StreamEvent.ReasoningDelta(_, String text) -> text(ChatWords.REASONING_CONTENT, text);
      case StreamEvent.ToolUseStart start ->
          start(
              start.index(),
              new ToolUse(start.id(), start.name(), new ToolInput.Truncated(""), start.extra()));
      case StreamEvent.ToolInputDelta(int index, String text) -> input(index, text);
      case StreamEvent.ContentBlockStop(int index) -> stop(index);
      case StreamEvent.CitationDelta(_, JsonObject citation) ->
          delta(out -> Annotations.write(out, List.of(citation)));
      case StreamEvent.WholeBlock(int index, ContentBlock block) -> whole(index, block);
      case StreamEvent.MessageStop(var reason, _) ->
          chunk(_ -> {}, head.finishReason(reason, refused));
      case StreamEvent.Metadata(var usage, _, _) -> end(usage);
      case StreamEvent.Ping _ -> {
        lines.comment("keep-alive");
        yield lines.take();
      }
      case StreamEvent.Unrecognized(_, JsonObject payload) -> data(payload::write);
      case StreamEvent.SignatureDelta _, StreamEvent.RedactedDelta _ -> NOTHING;
    };
  }

  /// A failure after the answer has begun. Nothing may follow.
  public byte[] exception(Fault fault) {
    byte[] said = ErrorWriter.body(fault);
    lines.event(said, 0, said.length);
    return lines.take();
  }

  private byte[] text(String member, String text) {
    return delta(out -> out.writeStringProperty(member, text));
  }

  private byte[] start(int index, ToolUse use) {
    boolean custom = CallWriter.isCustom(use);
    Call call = new Call(calls.size(), use, custom ? new StringBuilder() : null);
    calls.put(index, call);
    head.requireSayable(calls.size());
    if (head.functionCall()) {
      return delta(out -> CallWriter.functionCall(out, use.name().value(), ""));
    }
    return custom
        ? NOTHING
        : delta(out ->
            entries(
                out,
                call.number,
                whole -> {
                  whole.writeStringProperty("id", use.id().value());
                  whole.writeStringProperty(ChatWords.TYPE, ChatWords.FUNCTION);
                  CallWriter.function(whole, ChatWords.FUNCTION, use.name().value(), "");
                }));
  }

  private byte[] input(int index, String text) {
    Call call = calls.get(index);
    if (call == null) {
      throw new IllegalArgumentException("input for block " + index + ", which is no call");
    }
    if (call.custom != null) {
      call.custom.append(text);
      return NOTHING;
    }
    if (head.functionCall()) {
      return delta(out -> CallWriter.functionCall(out, "", text));
    }
    return delta(out ->
        entries(out, call.number, part -> CallWriter.function(part, ChatWords.FUNCTION, "", text)));
  }

  /// A custom tool's input is text; it can only be told when the object around it is whole.
  private byte[] stop(int index) {
    Call call = calls.get(index);
    if (call == null || call.custom == null) {
      return NOTHING;
    }
    ToolUse use = call.use.withInput(ToolInput.of(call.custom.toString()));
    return delta(out -> entries(out, call.number, whole -> CallWriter.members(whole, use)));
  }

  private byte[] whole(int index, ContentBlock block) {
    return switch (block) {
      case Text text when PartWriter.isRefusal(text) -> {
        refused = true;
        yield text(ChatWords.REFUSAL, text.text());
      }
      case Text(String text, _) -> text("content", text);
      case Reasoning reasoning -> text(ChatWords.REASONING_CONTENT, reasoning.text());
      case ToolUse use -> {
        byte[] begun = start(index, use);
        byte[] rest = input(index, CallWriter.arguments(use.input()));
        byte[] both = Arrays.copyOf(begun, begun.length + rest.length);
        System.arraycopy(rest, 0, both, begun.length, rest.length);
        yield both;
      }
      case Opaque opaque when opaque.type().equals(ChatWords.REASONING_DETAILS) ->
          delta(opaque.json()::writeMembers);
      default ->
          throw new UnsupportedOnWireException(
              "Chat has no word for a " + block.getClass().getSimpleName() + " of the assistant");
    };
  }

  private byte[] end(Usage usage) {
    if (head.includeUsage()) {
      frame(out -> {
        out.writeArrayPropertyStart("choices");
        out.writeEndArray();
        out.writeName("usage");
        UsageFigures.write(out, usage);
      });
    }
    lines.event(DONE, 0, DONE.length);
    return lines.take();
  }

  private static void entries(JsonGenerator out, int number, Consumer<JsonGenerator> members) {
    out.writeArrayPropertyStart(ChatWords.TOOL_CALLS);
    out.writeStartObject();
    out.writeNumberProperty("index", number);
    members.accept(out);
    out.writeEndObject();
    out.writeEndArray();
  }

  private byte[] delta(Consumer<JsonGenerator> members) {
    return chunk(members, null);
  }

  private byte[] chunk(Consumer<JsonGenerator> members, @Nullable String finish) {
    frame(out -> {
      out.writeArrayPropertyStart("choices");
      out.writeStartObject();
      out.writeNumberProperty("index", choice);
      out.writeObjectPropertyStart("delta");
      members.accept(out);
      out.writeEndObject();
      out.writeNullProperty("logprobs");
      out.writeName("finish_reason");
      if (finish == null) {
        out.writeNull();
      } else {
        out.writeString(finish);
      }
      out.writeEndObject();
      out.writeEndArray();
      if (head.includeUsage()) {
        out.writeNullProperty("usage");
      }
    });
    return lines.take();
  }

  private void frame(Consumer<JsonGenerator> body) {
    byte[] chunk =
        JsonText.write(out -> {
          out.writeStartObject();
          ReplyWriter.head(out, head, "chat.completion.chunk");
          body.accept(out);
          head.obfuscation()
              .map(random -> PADDING.substring(0, 1 + random.nextInt(PADDING.length())))
              .ifPresent(padding -> out.writeStringProperty("obfuscation", padding));
          out.writeEndObject();
        });
    lines.event(chunk, 0, chunk.length);
  }

  private byte[] data(Consumer<JsonGenerator> body) {
    byte[] chunk = JsonText.write(body);
    lines.event(chunk, 0, chunk.length);
    return lines.take();
  }
}
