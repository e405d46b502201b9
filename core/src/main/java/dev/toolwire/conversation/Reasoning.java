package dev.toolwire.conversation;

import dev.toolwire.json.JsonObject;

/// What a model says it thought. With a `signature` it may be, and for a turn with tool calls must
/// be, replayed verbatim to the model that signed it; an empty `signature` means unsigned.
public record Reasoning(String text, String signature, JsonObject extra) implements ContentBlock {

  public Reasoning(String text, String signature) {
    this(text, signature, JsonObject.EMPTY);
  }
}
