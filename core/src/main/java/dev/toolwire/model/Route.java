package dev.toolwire.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/// A way to a model. The same model can take more on one of them than on another.
public enum Route {
  /// Bedrock's Converse and ConverseStream.
  @JsonProperty("converse")
  CONVERSE,
  /// Bedrock's InvokeModel, with the Messages bodies of Claude.
  @JsonProperty("invoke")
  INVOKE,
  /// Anthropic Messages, at Anthropic or at a server that speaks it.
  @JsonProperty("messages")
  MESSAGES,
  /// OpenAI Chat Completions, at OpenAI or at a server that speaks it.
  @JsonProperty("chat")
  CHAT,
  /// Bedrock's `bedrock-mantle` endpoints: Messages for Claude, Chat for the others.
  @JsonProperty("mantle")
  MANTLE
}
