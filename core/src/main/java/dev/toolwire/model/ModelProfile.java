package dev.toolwire.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/// What a family of models can do on one [Route], and where it differs from the rest. Immutable.
///
/// Each component is a member of a row of the catalogue; its default there is that of [#UNKNOWN].
///
/// @param family a name for people
/// @param note advice for people; nothing is done about it
/// @param system takes a system prompt
/// @param systemTurns takes a system message in the middle of a conversation
/// @param tools takes tools
/// @param streamingTools takes tools in a streaming request
/// @param toolChoices the tool choices that it takes; with none, send no choice
/// @param forcedChoice when it takes those that force a call
/// @param toolNameMarks what a tool's name may hold besides letters and digits
/// @param toolUseIds the ids of calls that it takes
/// @param strictTools takes the wish for inputs constrained to the schema
/// @param eagerInput how to ask for a tool's input as it is generated
/// @param resultStatus takes the status of a tool result; for the others an error is marked in
///   words
/// @param textBesideResults takes text and tool results in one user message
/// @param emptyResults takes a tool result without content
/// @param images takes images from the user
/// @param documents takes documents from the user
/// @param resultImages takes images in tool results
/// @param resultDocuments takes documents in tool results
/// @param sampling takes temperature and top-p
/// @param stopSequences takes texts that end the answer
/// @param prefill may be made to continue an assistant message
/// @param reasoning which reasoning of its own it wants to see again
/// @param maxTokens the limit to set where a wire demands one and the request has none
/// @param completionTokens on Chat, is told the limit as `max_completion_tokens`, not as
///   `max_tokens`
/// @param promptedTools how to ask for calls in text, if it takes no tools
public record ModelProfile(
    String family,
    String note,
    boolean system,
    boolean systemTurns,
    boolean tools,
    boolean streamingTools,
    Set<Choice> toolChoices,
    ForcedChoice forcedChoice,
    String toolNameMarks,
    ToolUseIds toolUseIds,
    boolean strictTools,
    EagerInput eagerInput,
    boolean resultStatus,
    boolean textBesideResults,
    boolean emptyResults,
    boolean images,
    boolean documents,
    boolean resultImages,
    boolean resultDocuments,
    boolean sampling,
    boolean stopSequences,
    boolean prefill,
    ReasoningReplay reasoning,
    int maxTokens,
    boolean completionTokens,
    PromptedTools promptedTools) {

  /// The kinds of [ToolChoice] that Converse has.
  public enum Choice {
    @JsonProperty("auto")
    AUTO,
    @JsonProperty("any")
    ANY,
    @JsonProperty("named")
    NAMED
  }

  /// When a choice that forces a call is taken.
  public enum ForcedChoice {
    @JsonProperty("always")
    ALWAYS,
    /// Not in a request that turns thinking on.
    @JsonProperty("unlessThinking")
    UNLESS_THINKING,
    /// Only in a request that turns thinking off.
    @JsonProperty("thinkingOff")
    THINKING_OFF
  }

  /// Which ids of calls are taken, besides what the wire itself allows.
  public enum ToolUseIds {
    @JsonProperty("any")
    ANY,
    /// Exactly nine letters and digits.
    @JsonProperty("nine")
    NINE
  }

  /// How to ask for the input of a tool as it is generated.
  public enum EagerInput {
    /// There is no way.
    @JsonProperty("none")
    NONE,
    /// By a beta flag that holds for the whole request.
    @JsonProperty("request")
    REQUEST,
    /// By a member of each tool.
    @JsonProperty("tool")
    TOOL
  }

  /// Which of its own reasoning a model is shown again.
  public enum ReasoningReplay {
    /// None: it refuses it, or has no word for it.
    @JsonProperty("never")
    NEVER,
    /// Only that which its provider has signed.
    @JsonProperty("signed")
    SIGNED,
    /// All of it.
    @JsonProperty("always")
    ALWAYS
  }

  /// The form in which a model without native tools is best asked for calls.
  public enum PromptedTools {
    /// An array of objects, each with the name of a tool and its arguments.
    @JsonProperty("jsonArray")
    JSON_ARRAY,
    /// An object between `<tool_call>` tags for each call.
    @JsonProperty("hermesTags")
    HERMES_TAGS,
    /// A list of calls as Python writes them.
    @JsonProperty("pythonCalls")
    PYTHON_CALLS
  }

  private static final Pattern MARKS = Pattern.compile("[_-]*");

  /// The family of models that nobody has described.
  static final String UNKNOWN_FAMILY = "unknown";

  /// What may be assumed of a model that nobody has described, on a route of which nothing is known
  /// either: it uses tools, and nothing is sent that only some models take.
  public static final ModelProfile UNKNOWN =
      new ModelProfile(
          UNKNOWN_FAMILY,
          "",
          true,
          false,
          true,
          true,
          EnumSet.noneOf(Choice.class),
          ForcedChoice.ALWAYS,
          "_-",
          ToolUseIds.ANY,
          true,
          EagerInput.NONE,
          false,
          false,
          true,
          true,
          true,
          false,
          false,
          true,
          true,
          true,
          ReasoningReplay.SIGNED,
          4096,
          false,
          PromptedTools.JSON_ARRAY);

  public ModelProfile {
    if (family.isBlank()) {
      throw new IllegalArgumentException("family is blank, expected a name for people");
    }
    if (!MARKS.matcher(toolNameMarks).matches()) {
      throw new IllegalArgumentException(
          "toolNameMarks is \"" + toolNameMarks + "\", expected some of _ and -, or nothing");
    }
    if (maxTokens < 1) {
      throw new IllegalArgumentException("maxTokens is " + maxTokens + ", expected 1 or more");
    }
    EnumSet<Choice> inOrder = EnumSet.noneOf(Choice.class);
    inOrder.addAll(toolChoices);
    toolChoices = Collections.unmodifiableSet(inOrder);
  }

  /// Whether nobody has described the model; the profile is then a sender's caution, no fact.
  @JsonIgnore
  public boolean isUnknown() {
    return family.equals(UNKNOWN_FAMILY);
  }

  /// Whether `choice` may be sent, as far as thinking does not matter ([#forcedChoice]). No tools
  /// at all can always be arranged by the sender.
  public boolean takes(ToolChoice choice) {
    return switch (choice) {
      case ToolChoice.Auto _ -> toolChoices.contains(Choice.AUTO);
      case ToolChoice.Any _ -> toolChoices.contains(Choice.ANY);
      case ToolChoice.Named _ -> toolChoices.contains(Choice.NAMED);
      case ToolChoice.None _ -> true;
    };
  }
}
