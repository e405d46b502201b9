package dev.toolwire.wire.chat;

import dev.toolwire.conversation.StopReason;
import dev.toolwire.conversation.StopReason.Known;
import org.jspecify.annotations.Nullable;

/// Why an answer ended, in this wire's words and in ours.
final class FinishReason {

  private FinishReason() {}

  /// What `finish_reason` means. Whether there are calls decides before the word does: OpenAI
  /// itself says `stop` where a named tool was forced, and other servers say it wherever they like.
  ///
  /// @param word null if the answer ended without one
  static StopReason read(@Nullable String word, boolean hasCalls, boolean refused) {
    if (word == null) {
      return natural(hasCalls, refused);
    }
    return switch (word) {
      case "length", "max_tokens" -> Known.MAX_TOKENS;
      case "content_filter" -> Known.CONTENT_FILTERED;
      case "stop", "tool_calls", "tool_call", "function_call", "tool_use", "eos", "end_turn" ->
          natural(hasCalls, refused);
      default -> StopReason.of(word);
    };
  }

  private static StopReason natural(boolean hasCalls, boolean refused) {
    if (hasCalls) {
      return Known.TOOL_USE;
    }
    return refused ? Known.REFUSAL : Known.END_TURN;
  }

  /// The word for `reason`. Chat has five; a reason without one is said as the nearest.
  static String write(StopReason reason, boolean refused) {
    return switch (reason) {
      case Known known ->
          switch (known) {
            case TOOL_USE -> "tool_calls";
            case MAX_TOKENS, MODEL_CONTEXT_WINDOW_EXCEEDED -> "length";
            case CONTENT_FILTERED, GUARDRAIL_INTERVENED -> "content_filter";
            case REFUSAL -> refused ? "stop" : "content_filter";
            case END_TURN,
                STOP_SEQUENCE,
                MALFORMED_MODEL_OUTPUT,
                MALFORMED_TOOL_USE,
                PAUSE_TURN,
                COMPACTION ->
                "stop";
          };
      case StopReason.Other(String value) -> value;
    };
  }
}
