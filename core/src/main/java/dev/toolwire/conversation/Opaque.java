package dev.toolwire.conversation;

import dev.toolwire.json.JsonObject;

/// A block of a kind that Toolwire has no word for, kept whole. `wire` says who can read it
/// (`converse`, `messages`, `chat`), `type` what that wire calls it; `json` is the block as it
/// stood there. It is written back on its own wire and refused on any other.
public record Opaque(String wire, String type, JsonObject json)
    implements ContentBlock, ResultBlock, SystemBlock {

  @Override
  public JsonObject extra() {
    return JsonObject.EMPTY;
  }
}
