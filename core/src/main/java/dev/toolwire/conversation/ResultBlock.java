package dev.toolwire.conversation;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// One piece of what a tool gave back, inside a [ToolResult].
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "block")
public sealed interface ResultBlock permits Text, Json, Image, Document, Opaque {}
