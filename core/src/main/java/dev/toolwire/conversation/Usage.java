package dev.toolwire.conversation;

import dev.toolwire.json.JsonObject;

/// Tokens that a request cost. `inputTokens` does not count what came from or went into a cache (as
/// on Converse and Messages; Chat's figure is converted). `extra` keeps the wire's other counts.
public record Usage(
    long inputTokens,
    long outputTokens,
    long cacheReadInputTokens,
    long cacheWriteInputTokens,
    JsonObject extra) {

  public static final Usage NONE = new Usage(0, 0);

  public Usage(long inputTokens, long outputTokens) {
    this(inputTokens, outputTokens, 0, 0, JsonObject.EMPTY);
  }

  /// Every token, cached or not, in or out.
  public long totalTokens() {
    return inputTokens + outputTokens + cacheReadInputTokens + cacheWriteInputTokens;
  }

  /// The sum of both; `extra` is dropped, since other counts need not add up.
  public Usage plus(Usage other) {
    return new Usage(
        inputTokens + other.inputTokens,
        outputTokens + other.outputTokens,
        cacheReadInputTokens + other.cacheReadInputTokens,
        cacheWriteInputTokens + other.cacheWriteInputTokens,
        JsonObject.EMPTY);
  }
}
