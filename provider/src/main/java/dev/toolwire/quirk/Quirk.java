package dev.toolwire.quirk;

import dev.toolwire.model.LossPolicy;
import dev.toolwire.model.Model;
import dev.toolwire.model.ModelProfile;
import dev.toolwire.model.ModelProfile.Choice;
import dev.toolwire.model.ModelProfile.EagerInput;
import dev.toolwire.model.ModelProfile.ForcedChoice;
import dev.toolwire.model.ModelProfile.ReasoningReplay;
import dev.toolwire.model.ModelProfile.ToolUseIds;
import dev.toolwire.model.Route;
import dev.toolwire.prompted.PromptedTools;
import dev.toolwire.prompted.SystemInUser;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// The peculiarities of models that Toolwire makes up for. The order of the constants is the order
/// in which a request passes through the steps; this is the one place that says which models need
/// which.
public enum Quirk {

  /// Tools are refused: the system prompt tells of them, and calls are read out of the text.
  PROMPTED_TOOLS(
      "the system prompt tells of the tools, and calls are read out of the text",
      profile -> !profile.tools(),
      (inner, profile, _, losses) ->
          new PromptedTools(inner, _ -> Optional.of(profile.promptedTools()), losses)),

  /// A choice that forces a call is not taken, or not while the model thinks: the model may choose,
  /// and is told in words; where turning thinking off is enough, it is turned off.
  FORCED_CHOICE(
      "a forced tool choice that is not taken becomes an instruction",
      profile ->
          profile.forcedChoice() != ForcedChoice.ALWAYS
              || !profile.toolChoices().containsAll(Set.of(Choice.ANY, Choice.NAMED)),
      ForcedChoiceFit::fit),

  /// Temperature and top-p are refused, and so left out.
  SAMPLING(
      "temperature and top-p are left out",
      profile -> !profile.sampling(),
      InferenceFits::withoutSampling),

  /// Texts that end the answer are refused, and so left out.
  STOP_SEQUENCES(
      "stop sequences are left out",
      profile -> !profile.stopSequences(),
      InferenceFits::withoutStopSequences),

  /// The wish for inputs that follow the schema is refused, and so left out.
  STRICT_TOOLS(
      "strict tools are declared as others are",
      profile -> !profile.strictTools(),
      ToolFits::withoutStrict),

  /// There is no way to ask for a tool's input as it is generated.
  EAGER_INPUT(
      "eager tool input is not asked for",
      profile -> profile.eagerInput() == EagerInput.NONE,
      ToolFits::withoutEagerInput),

  /// A system message in the middle of a conversation is refused: its text goes to the end of the
  /// user message before it.
  SYSTEM_TURNS(
      "a system message in the middle becomes text of the user",
      profile -> !profile.systemTurns(),
      SystemTurnFit::fit),

  /// A system prompt is refused: it goes to the head of the first user message.
  SYSTEM_IN_USER(
      "the system prompt goes to the head of the first user message",
      profile -> !profile.system(),
      (inner, profile, _, losses) -> new SystemInUser(inner, _ -> profile, losses)),

  /// Reasoning that the model does not want to see again is left out.
  REASONING(
      "reasoning that may not be shown again is left out",
      profile -> profile.reasoning() != ReasoningReplay.ALWAYS,
      ReasoningFit::fit),

  /// Images or documents in tool results are refused: they go behind the results, or are left out
  /// where the model does not take them at all.
  RESULT_MEDIA(
      "images and documents in tool results go behind the results",
      ResultMediaFit::isNeededBy,
      ResultMediaFit::fit),

  /// Text beside tool results is refused: it goes to the end of the last result.
  TEXT_BESIDE_RESULTS(
      "text beside tool results goes into the last result",
      profile -> !profile.textBesideResults(),
      ResultFits::withoutTextBeside),

  /// A tool result without content is refused, and so gets one.
  EMPTY_RESULTS(
      "an empty tool result says \"" + ResultFits.NO_OUTPUT + "\"",
      profile -> !profile.emptyResults(),
      ResultFits::withoutEmpty),

  /// Names of tools are of a smaller alphabet: others are replaced, and put back in the answer.
  TOOL_NAMES(
      "tool names with marks that are not taken are replaced, and put back",
      profile -> !profile.toolNameMarks().equals(ModelProfile.UNKNOWN.toolNameMarks()),
      ToolNameFit::fit),

  /// Ids of calls are nine letters and digits: others are replaced, the same one always by the
  /// same.
  TOOL_USE_IDS(
      "ids of calls are replaced by nine letters and digits",
      profile -> profile.toolUseIds() == ToolUseIds.NINE,
      ToolUseIdFit::fit),

  /// Tools are refused in a streaming request: the whole answer is asked for, and told as a stream.
  STREAMING_TOOLS(
      "with tools the whole answer is asked for, and told as a stream",
      profile -> profile.tools() && !profile.streamingTools(),
      ToolFits::unary);

  private final String about;

  @SuppressWarnings("ImmutableEnumChecker") // the lambdas above hold nothing
  private final Predicate<ModelProfile> need;

  @SuppressWarnings("ImmutableEnumChecker")
  private final Step step;

  Quirk(String about, Predicate<ModelProfile> need, Fit fit) {
    this(
        about,
        need,
        (inner, profile, route, losses) -> new FittedModel(inner, fit, profile, route, losses));
  }

  Quirk(String about, Predicate<ModelProfile> need, Step step) {
    this.about = about;
    this.need = need;
    this.step = step;
  }

  /// What is done, in a few words.
  public String about() {
    return about;
  }

  public boolean isNeededBy(ModelProfile profile) {
    return need.test(profile);
  }

  /// The quirks that a profile needs made up for, in the order in which a request passes them.
  public static List<Quirk> of(ModelProfile profile) {
    return Arrays.stream(values()).filter(quirk -> quirk.isNeededBy(profile)).toList();
  }

  /// `inner`, with this quirk made up for.
  ///
  /// @param profile of the models that are asked
  /// @param route by which `inner` reaches them
  /// @param losses is told what of a request was changed, before it goes to `inner`
  public Model around(Model inner, ModelProfile profile, Route route, LossPolicy losses) {
    return step.around(inner, profile, route, losses);
  }
}
