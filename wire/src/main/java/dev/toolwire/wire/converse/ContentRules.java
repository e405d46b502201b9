package dev.toolwire.wire.converse;

import dev.toolwire.wire.converse.CheckedRequest.Block;
import dev.toolwire.wire.converse.CheckedRequest.Turn;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Each message has content; each block stands with the role that may say it, and what it says is
/// not blank and, where a JSON object is wanted, an object.
final class ContentRules {

  private static final Set<String> USER = Set.of("user");
  private static final Set<String> ASSISTANT = Set.of("assistant");
  private static final Set<String> SYSTEM = Set.of("system");

  /// Who may say a block; blocks that are not named here may come from anyone. A tool result in an
  /// assistant message comes from a tool that the provider runs itself.
  private static final Map<String, Set<String>> SAID_BY =
      Map.of(
          "image", USER,
          "document", USER,
          "video", USER,
          "audio", USER,
          "toolUse", ASSISTANT,
          "toolResult", Set.of("user", "assistant"),
          "reasoningContent", ASSISTANT,
          "toolAddition", SYSTEM,
          "toolRemoval", SYSTEM);

  private ContentRules() {}

  static void check(CheckedRequest request, Consumer<String> refuse) {
    for (Turn turn : request.turns()) {
      if (turn.content().isEmpty()) {
        refuse.accept(
            "The content field in the Message object at messages."
                + turn.index()
                + " is empty. Add a ContentBlock object to the content field and try again.");
      }
      for (Block block : turn.content()) {
        checkRole(turn, block, refuse);
        checkBlock(block, refuse);
      }
    }
  }

  private static void checkRole(Turn turn, Block block, Consumer<String> refuse) {
    Set<String> saidBy = SAID_BY.get(block.kind());
    if (saidBy == null || saidBy.contains(turn.role())) {
      return;
    }
    refuse.accept(
        block.is("reasoningContent") && turn.isUser()
            ? "User messages cannot contain reasoning content. Please remove the reasoning"
                + " content and try again."
            : FeatureRules.noField(block.kind(), turn.role()));
  }

  private static void checkBlock(Block block, Consumer<String> refuse) {
    switch (block.kind()) {
      case "text" -> {
        if (block.value().stringValue().isBlank()) {
          refuse.accept(
              "The text field in the ContentBlock object at "
                  + block.at()
                  + " is blank. Add text to the text field, and try again.");
        }
      }
      case "toolUse" -> checkInput(block, refuse);
      case "toolResult" -> checkResult(block, refuse);
      default -> {} // the other kinds have rules of their own, or none
    }
  }

  private static void checkInput(Block toolUse, Consumer<String> refuse) {
    String at = toolUse.at() + ".toolUse.input";
    if (toolUse.value().path("input").asString(" ").isEmpty()) {
      refuse.accept("The value at " + at + " is empty.");
    } else if (!toolUse.value().path("input").isObject()) {
      refuse.accept(notAnObject(at));
    }
  }

  private static void checkResult(Block result, Consumer<String> refuse) {
    List<Block> content = result.content();
    if (content.isEmpty() && result.text("status").equals("error")) {
      refuse.accept(
          "The content field at "
              + result.at()
              + ".toolResult cannot be empty when status value is error.");
    }
    for (Block block : content) {
      if (block.is("json") && !block.value().isObject()) {
        refuse.accept(notAnObject(block.at() + ".json"));
      }
    }
  }

  /// The service's words for a JSON value that should be an object.
  static String notAnObject(String at) {
    return "The format of the value at "
        + at
        + " is invalid. Provide a json object for the field and try again.";
  }
}
