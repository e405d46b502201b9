package dev.toolwire.wire.chat;

import dev.toolwire.conversation.StopReason;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.UnsupportedOnWireException;
import dev.toolwire.wire.json.Extra;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/// What every chunk of an answer repeats, and how the answer was asked for.
///
/// @param id of the answer; real ones begin with `chatcmpl-`
/// @param model as the answer names it
/// @param created in seconds since 1970
/// @param includeUsage whether a chunk with the usage ends the stream
/// @param obfuscation makes the lengths of the padding that hides those of the tokens; empty for
///   none
/// @param functionCall whether the answer has at most one call, told as `function_call`: the form
///   of old, which who declares `functions` expects
public record ChatHead(
    String id,
    ModelId model,
    long created,
    boolean includeUsage,
    Optional<RandomGenerator> obfuscation,
    boolean functionCall) {

  /// The head of an answer that tells its calls as `tool_calls`.
  public ChatHead(
      String id,
      ModelId model,
      long created,
      boolean includeUsage,
      Optional<RandomGenerator> obfuscation) {
    this(id, model, created, includeUsage, obfuscation, false);
  }

  /// The head that `request` asks for in its `stream_options`: usage only on request, obfuscation
  /// unless it is turned off, and calls in the form of the declarations.
  ///
  /// @param random seed it, and a stream repeats exactly
  public static ChatHead answering(
      ModelRequest request, String id, long created, RandomGenerator random) {
    var options = Extra.object(request.extra(), ChatWords.STREAM_OPTIONS);
    boolean usage =
        options.member("include_usage").map(value -> value.asBoolean(false)).orElse(false);
    boolean padded =
        options.member("include_obfuscation").map(value -> value.asBoolean(true)).orElse(true);
    return new ChatHead(
        id,
        request.model(),
        created,
        usage,
        padded ? Optional.of(random) : Optional.empty(),
        isOfOld(request));
  }

  /// Whether an answer to `request` may hold one call only: it forbids parallel calls, or declares
  /// `functions`, whose form has no place for more.
  public static boolean isForOneCall(ModelRequest request) {
    return isOfOld(request)
        || !request
            .extra()
            .member(ChatWords.PARALLEL)
            .map(many -> many.asBoolean(true))
            .orElse(true);
  }

  /// How many choices an answer to `request` has: its `n`.
  public static int choices(ModelRequest request) {
    return request.extra().member("n").filter(JsonNode::isInt).map(JsonNode::intValue).orElse(1);
  }

  private static boolean isOfOld(ModelRequest request) {
    return request.extra().member(ChatWords.FUNCTIONS).isPresent();
  }

  /// The word for why the answer ended.
  String finishReason(StopReason reason, boolean refused) {
    return functionCall && reason == StopReason.Known.TOOL_USE
        ? ChatWords.FUNCTION_CALL
        : FinishReason.write(reason, refused);
  }

  /// Requires that so many calls can be told.
  ///
  /// @throws UnsupportedOnWireException if they cannot
  void requireSayable(int calls) {
    if (functionCall && calls > 1) {
      throw new UnsupportedOnWireException(
          "an answer in the form of old (function_call) holds one call, this has "
              + calls
              + "; declare tools, not functions");
    }
  }
}
