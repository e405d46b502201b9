package dev.toolwire.model;

import dev.toolwire.conversation.Blob;
import dev.toolwire.conversation.Citations;
import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.Reasoning;
import dev.toolwire.conversation.RedactedReasoning;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One block on its way from deltas to a [ContentBlock].
final class BlockFold {

  private final int index;
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder signature = new StringBuilder();
  private final ByteArrayOutputStream redacted = new ByteArrayOutputStream(0);
  private final List<JsonObject> citations = new ArrayList<>(0);
  private StreamEvent.@Nullable ToolUseStart toolUse;
  private @Nullable ContentBlock whole;
  private boolean reasoning;
  private boolean closed;

  BlockFold(int index) {
    this.index = index;
  }

  int index() {
    return index;
  }

  boolean isClosed() {
    return closed;
  }

  void close() {
    closed = true;
  }

  void toolUse(StreamEvent.ToolUseStart start) {
    toolUse = start;
  }

  void whole(ContentBlock block) {
    whole = block;
  }

  void text(String piece) {
    refuse(toolUse != null || reasoning, "text");
    text.append(piece);
  }

  void toolInput(String piece) {
    refuse(toolUse == null, "toolUse input");
    text.append(piece);
  }

  void reasoning(String piece) {
    refuse(toolUse != null || (!reasoning && !text.isEmpty()), "reasoning");
    reasoning = true;
    text.append(piece);
  }

  void signature(String piece) {
    reasoning = true;
    signature.append(piece);
  }

  void redacted(Blob data) {
    redacted.writeBytes(data.bytes());
  }

  void citation(JsonObject citation) {
    citations.add(citation);
  }

  /// The block, as far as it has come. A closed block is made once.
  ContentBlock finish() {
    if (whole != null) {
      return whole;
    }
    ContentBlock block = made();
    if (closed) {
      whole = block;
    }
    return block;
  }

  private ContentBlock made() {
    if (toolUse != null) {
      return new ToolUse(toolUse.id(), toolUse.name(), input(), toolUse.extra());
    }
    if (redacted.size() > 0) {
      return new RedactedReasoning(Blob.of(redacted.toByteArray()));
    }
    if (reasoning) {
      return new Reasoning(text.toString(), signature.toString());
    }
    return citations.isEmpty()
        ? new Text(text.toString())
        : new Citations(List.of(text.toString()), citations);
  }

  private ToolInput input() {
    return closed ? ToolInput.of(text.toString()) : new ToolInput.Truncated(text.toString());
  }

  private void refuse(boolean mismatch, String delta) {
    if (mismatch) {
      throw new MalformedWireException(
          "a delta of "
              + delta
              + " does not belong into block "
              + index
              + ", which holds "
              + (toolUse != null ? "a toolUse" : reasoning ? "reasoning" : "text"));
    }
  }
}
