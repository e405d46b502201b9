package dev.toolwire.conversation;

import dev.toolwire.json.JsonObject;

/// Reasoning that only the provider can read; replayed verbatim.
public record RedactedReasoning(Blob data, JsonObject extra) implements ContentBlock {

  public RedactedReasoning(Blob data) {
    this(data, JsonObject.EMPTY);
  }
}
