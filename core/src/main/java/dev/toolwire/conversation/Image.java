package dev.toolwire.conversation;

import dev.toolwire.json.JsonObject;

/// A picture. `format` is `png`, `jpeg`, `gif` or `webp`; empty if the source does not tell.
public record Image(String format, MediaSource source, JsonObject extra)
    implements ContentBlock, ResultBlock {

  public Image(String format, MediaSource source) {
    this(format, source, JsonObject.EMPTY);
  }
}
