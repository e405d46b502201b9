package dev.toolwire.conversation;

import dev.toolwire.json.JsonObject;
import java.util.Objects;

/// Plain text. It may be blank inside a tool result; a [Conversation] refuses it blank in a
/// message.
public record Text(String text, JsonObject extra)
    implements ContentBlock, ResultBlock, SystemBlock {

  public Text {
    Objects.requireNonNull(
        text, "the text of a block is null; leave the block out or give it words");
  }

  public Text(String text) {
    this(text, JsonObject.EMPTY);
  }
}
