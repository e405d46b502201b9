package dev.toolwire.conversation;

import dev.toolwire.json.JsonObject;

/// Marks everything before it as worth caching. `ttl` is `5m`, `1h` or empty for the default.
public record CachePoint(String ttl, JsonObject extra) implements ContentBlock, SystemBlock {

  public CachePoint(String ttl) {
    this(ttl, JsonObject.EMPTY);
  }
}
