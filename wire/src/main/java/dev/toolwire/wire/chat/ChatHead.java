package dev.toolwire.wire.chat;

import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.wire.json.Extra;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// What every chunk of an answer repeats, and how the stream was asked for.
///
/// @param id of the answer; real ones begin with `chatcmpl-`
/// @param model as the answer names it
/// @param created in seconds since 1970
/// @param includeUsage whether a chunk with the usage ends the stream
/// @param obfuscation makes the lengths of the padding that hides those of the tokens; empty for
///   none
public record ChatHead(
    String id,
    ModelId model,
    long created,
    boolean includeUsage,
    Optional<RandomGenerator> obfuscation) {

  /// The head that `request` asks for in its `stream_options`: usage only on request, obfuscation
  /// unless it is turned off.
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
        id, request.model(), created, usage, padded ? Optional.of(random) : Optional.empty());
  }
}
