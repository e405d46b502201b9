package dev.toolwire.conversation;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.toolwire.json.JsonObject;

/// One piece of a [Message].
///
/// What a wire says about a block beyond the parts named here is kept in `extra`, member by member
/// as it stood there, and written back on the same wire.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "block")
public sealed interface ContentBlock
    permits Text,
        ToolUse,
        ToolResult,
        Reasoning,
        RedactedReasoning,
        Image,
        Document,
        Citations,
        CachePoint,
        Opaque {

  /// Members of the block that have no place of their own here; empty for most blocks.
  JsonObject extra();
}
