package dev.toolwire.tool;

import dev.toolwire.conversation.ToolName;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.json.JsonObject;

/// One run of a tool, as the tool sees it: `input` fits the tool's schema.
public record ToolCall(ToolUseId id, ToolName name, JsonObject input) {}
