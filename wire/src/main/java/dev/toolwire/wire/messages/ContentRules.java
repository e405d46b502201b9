package dev.toolwire.wire.messages;

import dev.toolwire.wire.messages.Turn.Block;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/// What a message, the system prompt and a stop sequence may hold.
final class ContentRules {

  private static final Set<String> OF_THE_USER =
      Set.of("image", "search_result", "tool_result", "container_upload");
  private static final Set<String> OF_THE_ASSISTANT =
      Set.of("tool_use", "server_tool_use", "thinking", "redacted_thinking");

  private ContentRules() {}

  static void check(CheckedRequest request, Consumer<String> refuse) {
    JsonNode messages = request.body().path("messages");
    for (int i = 0; i < messages.size(); i++) {
      JsonNode message = messages.get(i);
      boolean last = i == messages.size() - 1;
      boolean mayBeEmpty = last && message.path("role").asString("").equals("assistant");
      JsonNode content = message.path("content");
      if ((content.isString() ? content.stringValue().isEmpty() : content.isEmpty())
          && !mayBeEmpty) {
        refuse.accept(
            "messages.%d: all messages must have non-empty content except for the optional final"
                    .formatted(i)
                + " assistant message");
      }
    }
    request
        .turns()
        .forEach(turn -> turn.blocks().forEach(block -> check(request, turn, block, refuse)));
    checkSystem(request.body().path("system"), refuse);
    request
        .body()
        .path("stop_sequences")
        .forEach(stop -> {
          if (stop.asString("").isBlank()) {
            refuse.accept("stop_sequences: each stop sequence must contain non-whitespace");
          }
        });
  }

  private static void check(
      CheckedRequest request, Turn turn, Block block, Consumer<String> refuse) {
    switch (block.type()) {
      case "text" -> checkText(request, turn, block, refuse);
      case "tool_result" -> checkResult(block, refuse);
      case "document" -> {
        if (!turn.is("user") && !request.version().takesAssistantDocuments()) {
          refuse.accept(block.at() + ": `document` blocks can only be in `user` messages");
        }
      }
      default -> {}
    }
    if (OF_THE_USER.contains(block.type()) && !turn.is("user")) {
      refuse.accept(block.at() + ": `" + block.type() + "` blocks can only be in `user` messages");
    }
    if (OF_THE_ASSISTANT.contains(block.type()) && !turn.is("assistant")) {
      refuse.accept(
          block.at() + ": `" + block.type() + "` blocks can only be in `assistant` messages");
    }
  }

  private static void checkText(
      CheckedRequest request, Turn turn, Block block, Consumer<String> refuse) {
    String text = block.text("text");
    if (text.isEmpty() && block.value().hasNonNull("cache_control")) {
      refuse.accept(block.at() + ".text: cache_control cannot be set for empty text blocks");
    } else if (text.isEmpty()) {
      refuse.accept("messages: text content blocks must be non-empty");
    } else if (text.isBlank()) {
      refuse.accept("messages: text content blocks must contain non-whitespace text");
    }
    if (turn.is("user")
        && !block.value().path("citations").isEmpty()
        && !request.version().takesUserCitations()) {
      refuse.accept(block.at() + ".text.citations: citations are not permitted on `user` text");
    }
  }

  private static void checkResult(Block result, Consumer<String> refuse) {
    JsonNode content = result.value().path("content");
    boolean empty = content.isString() ? content.stringValue().isEmpty() : content.isEmpty();
    if (empty && result.value().path("is_error").asBoolean(false)) {
      refuse.accept(result.at() + ".tool_result: content cannot be empty if `is_error` is true");
    }
  }

  private static void checkSystem(JsonNode system, Consumer<String> refuse) {
    for (JsonNode block : system) {
      String text = block.path("text").asString("");
      if (text.isEmpty() && block.hasNonNull("cache_control")) {
        refuse.accept("system: cache_control cannot be set for empty text blocks");
      } else if (text.isBlank()) {
        refuse.accept("system: text content blocks must be non-empty");
      }
    }
  }
}
