package dev.toolwire.wire.converse;

import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelProfile;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// What Bedrock requires of a Converse or ConverseStream request, as strict as the service and in
/// its words, because clients match on them.
///
/// First the shape of every member ([ShapeRules]), then the rules that join members, one after the
/// other: the first that is broken is the answer. Most words are those that users of the service
/// reported; where nobody reported any, they follow the same style.
///
/// What only some models take is refused after the [ModelProfile] that is given. The time is linear
/// in the size of the request.
///
/// Source: Amazon Bedrock API reference and user guide ("Using the Converse API"), as of 2026-11.
final class ConverseRequestRules {

  /// The service's own limit for a model id.
  static final int LONGEST_MODEL_ID = 2048;

  private static final Pattern MODEL_ID =
      Pattern.compile(
          "[a-zA-Z0-9._:-]+"
              + "|arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:([0-9]{12})?:[a-z-]+/[a-zA-Z0-9./:-]+"
              + "|arn:aws:sagemaker:[a-z0-9-]+:[0-9]{12}:endpoint/[a-zA-Z0-9-]+");
  private static final Pattern PROMPT = Pattern.compile("arn:[^/]+:prompt/.+");

  private static final List<BiConsumer<CheckedRequest, Consumer<String>>> IN_ORDER =
      List.of(
          PromptRules::check,
          TurnRules::check,
          ContentRules::check,
          FeatureRules::check,
          ToolConfigRules::check,
          ToolPairRules::check,
          AttachmentRules::check,
          CachePointRules::check,
          AdditionalFieldRules::check,
          ReasoningRules::check,
          EndingRules::check);

  private ConverseRequestRules() {}

  /// Why the request is refused; empty if it may go to the model.
  ///
  /// @param model from the request's path, decoded
  /// @param profile what the model can do
  static Optional<Refusal> check(
      JsonNode body, ModelId model, ModelProfile profile, boolean streaming) {
    return checkModelId(model.value())
        .or(() -> ShapeRules.check(body, shape(streaming)))
        .or(() -> checkRules(body, model, profile, streaming));
  }

  /// The refusal of a body that is no JSON.
  ///
  /// @param why the parser's words, without the text that it read
  static Refusal notJson(String why) {
    return Refusal.serialization("The request body is not valid JSON: " + why);
  }

  private static Shape shape(boolean streaming) {
    return streaming ? RequestShapes.CONVERSE_STREAM : RequestShapes.CONVERSE;
  }

  private static Optional<Refusal> checkModelId(String model) {
    if (model.length() > LONGEST_MODEL_ID) {
      return Optional.of(
          Refusal.validation(
              "1 validation error detected: Value at 'modelId' failed to satisfy constraint: "
                  + "Member must have length less than or equal to "
                  + LONGEST_MODEL_ID));
    }
    return MODEL_ID.matcher(model).matches()
        ? Optional.empty()
        : Optional.of(Refusal.validation("The provided model identifier is invalid."));
  }

  private static Optional<Refusal> checkRules(
      JsonNode body, ModelId model, ModelProfile profile, boolean streaming) {
    boolean prompt = PROMPT.matcher(model.value()).matches();
    CheckedRequest request = CheckedRequest.of(body, profile, streaming, prompt);
    FirstFinding finding = new FirstFinding();
    for (BiConsumer<CheckedRequest, Consumer<String>> rule : IN_ORDER) {
      rule.accept(request, finding);
      if (finding.message().isPresent()) {
        return finding.message().map(Refusal::validation);
      }
    }
    return Optional.empty();
  }
}
