package dev.toolwire.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.EnumSet;
import java.util.Set;

/// What a family of models can do over Converse, and where it differs from the rest.
///
/// @param family a name for people
/// @param system takes a system prompt
/// @param tools takes `toolConfig`
/// @param streamingTools takes `toolConfig` in a streaming request
/// @param toolChoices the tool choices that it takes; with none, send no choice
/// @param resultStatus takes `status` on a tool result; for the others an error is marked in words
/// @param images takes images from the user
/// @param textBesideResults takes text and tool results in one user message
/// @param prefill may be made to continue an assistant message
public record ModelProfile(
    String family,
    boolean system,
    boolean tools,
    boolean streamingTools,
    Set<Choice> toolChoices,
    boolean resultStatus,
    boolean images,
    boolean textBesideResults,
    boolean prefill) {

  /// The kinds of [ToolChoice] that Converse has.
  public enum Choice {
    @JsonProperty("auto")
    AUTO,
    @JsonProperty("any")
    ANY,
    @JsonProperty("named")
    NAMED
  }

  /// What may be assumed of a model that nobody has described: it uses tools, and nothing is sent
  /// that only some models take.
  public static final ModelProfile UNKNOWN =
      new ModelProfile(
          "unknown", true, true, true, EnumSet.noneOf(Choice.class), false, true, false, true);

  public ModelProfile {
    toolChoices = Set.copyOf(toolChoices);
  }

  /// Whether `choice` may be sent. No tools at all can always be arranged by the sender.
  public boolean takes(ToolChoice choice) {
    return switch (choice) {
      case ToolChoice.Auto _ -> toolChoices.contains(Choice.AUTO);
      case ToolChoice.Any _ -> toolChoices.contains(Choice.ANY);
      case ToolChoice.Named _ -> toolChoices.contains(Choice.NAMED);
      case ToolChoice.None _ -> true;
    };
  }
}
