package dev.toolwire.model;

import dev.toolwire.conversation.Blob;
import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.Role;
import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.ToolName;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.conversation.Usage;
import dev.toolwire.json.JsonObject;
import java.time.Duration;

/// One thing that a model's answer says while it arrives, in the words of ConverseStream.
///
/// The order is `MessageStart`, then for each block its start (only blocks that have one), its
/// deltas and its `ContentBlockStop`, then `MessageStop` and `Metadata`. Text and reasoning have no
/// start: their first delta opens the block. `index` numbers the blocks of the message. [Ping] and
/// [Unrecognized] may come anywhere.
public sealed interface StreamEvent {

  /// The answer begins.
  record MessageStart(Role role) implements StreamEvent {}

  /// A tool call begins; its input follows in [ToolInputDelta]s.
  record ToolUseStart(int index, ToolUseId id, ToolName name, JsonObject extra)
      implements StreamEvent {}

  /// A block that arrives whole, such as an opaque one, a document or redacted reasoning.
  record WholeBlock(int index, ContentBlock block) implements StreamEvent {}

  record TextDelta(int index, String text) implements StreamEvent {
    @Override
    public int contentBytes() {
      return utf8Length(text);
    }
  }

  /// A piece of the JSON text of a tool's input, cut anywhere.
  record ToolInputDelta(int index, String text) implements StreamEvent {
    @Override
    public int contentBytes() {
      return utf8Length(text);
    }
  }

  record ReasoningDelta(int index, String text) implements StreamEvent {
    @Override
    public int contentBytes() {
      return utf8Length(text);
    }
  }

  /// The signature over the reasoning of this block, or a piece of it.
  record SignatureDelta(int index, String signature) implements StreamEvent {}

  record RedactedDelta(int index, Blob data) implements StreamEvent {}

  /// A source for the text of this block, in Converse's citation members.
  record CitationDelta(int index, JsonObject citation) implements StreamEvent {}

  record ContentBlockStop(int index) implements StreamEvent {}

  /// The model is done. `extra` holds `additionalModelResponseFields` and its like.
  record MessageStop(StopReason reason, JsonObject extra) implements StreamEvent {}

  /// What it cost. `latency` is the provider's own figure, zero if it gives none.
  record Metadata(Usage usage, Duration latency, JsonObject extra) implements StreamEvent {}

  /// A sign of life without content.
  record Ping() implements StreamEvent {}

  /// An event that this version of Toolwire does not know, kept as it came.
  record Unrecognized(String type, JsonObject payload) implements StreamEvent {}

  /// The UTF-8 length of the text, the reasoning or the tool input that a delta brings; 0 for any
  /// other event.
  default int contentBytes() {
    return 0;
  }

  private static int utf8Length(String text) {
    int length = text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        // A surrogate is half of a four-byte character.
        length += c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
      }
    }
    return length;
  }
}
