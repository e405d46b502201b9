package dev.toolwire.wire.chat;

import dev.toolwire.model.ModelProfile;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What the service checks of a request before it asks the model: the first thing that is wrong.
///
/// @see <a href="https://platform.openai.com/docs/api-reference/chat/create">Create chat
///   completion</a>
final class RequestRules {

  private static final int MAX_CHOICES = 128;
  private static final int MAX_METADATA = 16;

  private static final Set<String> KNOWN =
      Set.of(
          "model",
          "messages",
          "tools",
          "tool_choice",
          "parallel_tool_calls",
          "functions",
          "function_call",
          "stream",
          "stream_options",
          "max_completion_tokens",
          "max_tokens",
          "temperature",
          "top_p",
          "presence_penalty",
          "frequency_penalty",
          "seed",
          "logit_bias",
          "logprobs",
          "top_logprobs",
          "n",
          "stop",
          "response_format",
          "reasoning_effort",
          "verbosity",
          "metadata",
          "store",
          "user",
          "safety_identifier",
          "prompt_cache_key",
          "prompt_cache_options",
          "prompt_cache_retention",
          "service_tier",
          "modalities",
          "audio",
          "prediction",
          "web_search_options",
          "moderation");

  private RequestRules() {}

  static Optional<Refusal> check(ObjectNode body, ModelProfile profile) {
    return first(
        List.of(
            () -> unknown(body),
            () -> MessageRules.check(body.path("messages")),
            () -> ToolRules.check(body),
            () -> numbers(body),
            () -> limit(body, profile),
            () -> stops(body.path("stop")),
            () -> stream(body),
            () -> metadata(body.path("metadata"))));
  }

  static Optional<Refusal> first(List<Supplier<Optional<Refusal>>> checks) {
    return checks.stream().map(Supplier::get).flatMap(Optional::stream).findFirst();
  }

  private static Optional<Refusal> unknown(ObjectNode body) {
    List<String> unknown =
        body.propertyNames().stream().filter(member -> !KNOWN.contains(member)).toList();
    if (unknown.isEmpty()) {
      return Refusals.none();
    }
    String arguments = unknown.size() == 1 ? "argument" : "arguments";
    return Refusals.because(
        "Unrecognized request " + arguments + " supplied: " + String.join(", ", unknown), "", "");
  }

  private static Optional<Refusal> numbers(ObjectNode body) {
    return first(
        List.of(
            () -> Refusals.range("temperature", body.path("temperature"), 0, 2, false),
            () -> Refusals.range("top_p", body.path("top_p"), 0, 1, false),
            () -> Refusals.range("presence_penalty", body.path("presence_penalty"), -2, 2, false),
            () -> Refusals.range("frequency_penalty", body.path("frequency_penalty"), -2, 2, false),
            () -> Refusals.range("top_logprobs", body.path("top_logprobs"), 0, 20, true),
            () -> Refusals.range("n", body.path("n"), 1, MAX_CHOICES, true),
            () -> tokens(body, "max_tokens"),
            () -> tokens(body, "max_completion_tokens")));
  }

  private static Optional<Refusal> tokens(ObjectNode body, String member) {
    return Refusals.range(member, body.path(member), 1, Integer.MAX_VALUE, true);
  }

  /// Older models still take the older word, reasoning models do not.
  private static Optional<Refusal> limit(ObjectNode body, ModelProfile profile) {
    boolean reasons = profile.completionTokens() && !profile.sampling();
    return body.hasNonNull("max_tokens") && reasons
        ? Refusals.because(
            "Unsupported parameter: 'max_tokens' is not supported with this model. Use"
                + " 'max_completion_tokens' instead.",
            "max_tokens",
            "unsupported_parameter")
        : Refusals.none();
  }

  private static Optional<Refusal> stops(JsonNode stop) {
    if (stop.isMissingNode() || stop.isNull() || stop.isString()) {
      return Refusals.none();
    }
    if (!stop.isArray() || !stop.valueStream().allMatch(JsonNode::isString)) {
      return Refusals.type("stop", "a string or an array of strings", stop);
    }
    return stop.size() > RequestWriter.MAX_STOPS
        ? Refusals.tooMany("stop", RequestWriter.MAX_STOPS, stop.size())
        : Refusals.none();
  }

  private static Optional<Refusal> stream(ObjectNode body) {
    JsonNode stream = body.path("stream");
    if (!stream.isMissingNode() && !stream.isNull() && !stream.isBoolean()) {
      return Refusals.type("stream", "a boolean", stream);
    }
    boolean options = body.hasNonNull(ChatWords.STREAM_OPTIONS);
    if (options && !body.path(ChatWords.STREAM_OPTIONS).isObject()) {
      return Refusals.type(
          ChatWords.STREAM_OPTIONS, "an object", body.path(ChatWords.STREAM_OPTIONS));
    }
    return options && !stream.asBoolean(false)
        ? Refusals.because(
            "The 'stream_options' parameter is only allowed when 'stream' is enabled.",
            ChatWords.STREAM_OPTIONS,
            "")
        : Refusals.none();
  }

  private static Optional<Refusal> metadata(JsonNode metadata) {
    return metadata.isObject() && metadata.size() > MAX_METADATA
        ? Refusals.because(
            "Invalid 'metadata': too many properties. Expected an object with at most 16"
                + " properties, but got an object with "
                + metadata.size()
                + " properties instead.",
            "metadata",
            "object_above_max_properties")
        : Refusals.none();
  }
}
