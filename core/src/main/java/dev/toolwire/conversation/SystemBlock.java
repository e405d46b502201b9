package dev.toolwire.conversation;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// One piece of the system prompt.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "block")
public sealed interface SystemBlock permits Text, CachePoint, Opaque {}
