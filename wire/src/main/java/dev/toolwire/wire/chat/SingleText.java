package dev.toolwire.wire.chat;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Tells whether a chunk says nothing but one piece of one thing, in its only choice.
final class SingleText {

  private SingleText() {}

  /// The one text that a chunk says; null if it says more, less or something else.
  static @Nullable String of(ObjectNode chunk) {
    JsonNode choices = chunk.path("choices");
    JsonNode choice = choices.path(0);
    boolean silent =
        isNothing(choice.path("finish_reason"))
            && isNothing(choice.path("logprobs"))
            && isNothing(chunk.path("usage"))
            && isNothing(chunk.path("error"));
    boolean only = choices.isArray() && choices.size() == 1 && choice.path("index").asInt(0) == 0;
    return silent && only && choice.path("delta") instanceof ObjectNode delta ? said(delta) : null;
  }

  private static @Nullable String said(ObjectNode delta) {
    String text = null;
    for (String member : delta.propertyNames()) {
      JsonNode value = delta.path(member);
      if (member.equals("role") || value.isNull()) {
        continue;
      }
      if (text != null) {
        return null;
      }
      text = text(member, value);
      if (text == null) {
        return null;
      }
    }
    return text;
  }

  private static @Nullable String text(String member, JsonNode value) {
    return switch (member) {
      case "content", ChatWords.REASONING_CONTENT, ChatWords.REASONING -> value.asString(null);
      case ChatWords.TOOL_CALLS -> {
        JsonNode call = value.path(0).path(ChatWords.FUNCTION);
        yield value.size() == 1 ? call.path(ChatWords.ARGUMENTS).asString(null) : null;
      }
      default -> null;
    };
  }

  private static boolean isNothing(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }
}
