package dev.toolwire.wire.chat;

import dev.toolwire.conversation.Usage;
import dev.toolwire.json.JsonObject;
import dev.toolwire.wire.json.Extra;
import dev.toolwire.wire.json.WireObject;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/// The member `usage`. Its `prompt_tokens` count what came from a cache or went into one; ours do
/// not, so the figures are converted.
final class UsageFigures {

  private static final String PROMPT_DETAILS = "prompt_tokens_details";
  private static final String CACHED = "cached_tokens";
  private static final String CACHE_WRITE = "cache_write_tokens";
  private static final String TOTAL = "total_tokens";
  private static final Set<String> COUNTS =
      Set.of("prompt_tokens", "completion_tokens", PROMPT_DETAILS);
  private static final Set<String> COUNTS_AND_TOTAL =
      Set.of("prompt_tokens", "completion_tokens", PROMPT_DETAILS, TOTAL);
  private static final Set<String> CACHE = Set.of(CACHED, CACHE_WRITE);

  private UsageFigures() {}

  static Usage read(WireObject usage) {
    long prompt = usage.number("prompt_tokens", 0);
    long completion = usage.number("completion_tokens", 0);
    WireObject details =
        usage
            .object(PROMPT_DETAILS)
            .orElseGet(() -> WireObject.of(PROMPT_DETAILS, usage.node().objectNode()));
    long read = details.number(CACHED, 0);
    long written = details.number(CACHE_WRITE, 0);
    boolean isSum = usage.number(TOTAL, prompt + completion) == prompt + completion;
    JsonObject rest = usage.rest(isSum ? COUNTS_AND_TOTAL : COUNTS);
    JsonObject otherDetails = details.rest(CACHE);
    return new Usage(
        Math.max(0, prompt - read - written),
        completion,
        read,
        written,
        otherDetails.isEmpty() ? rest : rest.with(PROMPT_DETAILS, otherDetails));
  }

  /// Writes the value of `usage`.
  static void write(JsonGenerator out, Usage usage) {
    long prompt = usage.totalTokens() - usage.outputTokens();
    out.writeStartObject();
    out.writeNumberProperty("prompt_tokens", prompt);
    out.writeNumberProperty("completion_tokens", usage.outputTokens());
    if (usage.extra().member(TOTAL).isEmpty()) {
      out.writeNumberProperty(TOTAL, usage.totalTokens());
    }
    out.writeObjectPropertyStart(PROMPT_DETAILS);
    out.writeNumberProperty(CACHED, usage.cacheReadInputTokens());
    if (usage.cacheWriteInputTokens() != 0) {
      out.writeNumberProperty(CACHE_WRITE, usage.cacheWriteInputTokens());
    }
    Extra.object(usage.extra(), PROMPT_DETAILS).writeMembers(out);
    out.writeEndObject();
    usage.extra().without(PROMPT_DETAILS).writeMembers(out);
    out.writeEndObject();
  }
}
