package dev.toolwire.model;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.toolwire.conversation.ToolName;

/// Whether the model may, must or must not use tools.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "choice")
public sealed interface ToolChoice {

  ToolChoice AUTO = new Auto();
  ToolChoice ANY = new Any();
  ToolChoice NONE = new None();

  /// The model decides.
  record Auto() implements ToolChoice {}

  /// At least one tool must be used.
  record Any() implements ToolChoice {}

  /// This tool must be used.
  record Named(ToolName name) implements ToolChoice {}

  /// No tool may be used. Converse cannot say so.
  record None() implements ToolChoice {}
}
