package dev.toolwire.conversation;

import dev.toolwire.json.JsonObject;

/// Plain text. It may be blank inside a tool result; a [Conversation] refuses it blank in a
/// message.
public record Text(String text, JsonObject extra)
    implements ContentBlock, ResultBlock, SystemBlock {

  public Text(String text) {
    this(text, JsonObject.EMPTY);
  }
}
