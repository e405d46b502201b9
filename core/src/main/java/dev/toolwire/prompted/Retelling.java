package dev.toolwire.prompted;

import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.Document;
import dev.toolwire.conversation.Image;
import dev.toolwire.conversation.Json;
import dev.toolwire.conversation.Message;
import dev.toolwire.conversation.Opaque;
import dev.toolwire.conversation.ResultBlock;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Tells a conversation with tool calls and results as one without.
///
/// What was called is told together with what came of it, in the user's message, and in another
/// form than calls are asked for in: a model imitates what it sees, and a call that is only
/// remembered must not look like one that is made.
final class Retelling {

  private final Map<ToolUseId, ToolUse> calls = new HashMap<>();

  private Retelling() {}

  static Conversation of(Conversation conversation) {
    if (conversation.messages().stream().allMatch(Retelling::isPlain)) {
      return conversation;
    }
    Retelling retelling = new Retelling();
    return Conversation.of(conversation.messages().stream().map(retelling::told).toList());
  }

  static boolean isPlain(Message message) {
    return message.toolUses().isEmpty() && message.toolResults().isEmpty();
  }

  private Message told(Message message) {
    if (isPlain(message)) {
      return message;
    }
    message.toolUses().forEach(call -> calls.put(call.id(), call));
    List<ContentBlock> content =
        message.toolResults().isEmpty() ? withoutCalls(message) : withResultsInWords(message);
    return new Message(message.role(), content, message.extra());
  }

  private static List<ContentBlock> withoutCalls(Message message) {
    List<ContentBlock> content = new ArrayList<>(message.content());
    content.removeIf(ToolUse.class::isInstance);
    content.add(
        new Text(
            message.toolUses().stream()
                .map(call -> call.name().value())
                .collect(Collectors.joining(", ", "(Waiting for the results of: ", ".)"))));
    return content;
  }

  private List<ContentBlock> withResultsInWords(Message message) {
    List<String> words = new ArrayList<>();
    List<ContentBlock> others = new ArrayList<>();
    for (ContentBlock block : message.content()) {
      if (block instanceof ToolResult result) {
        words.add(told(words.size() + 1, result));
        result.content().forEach(piece -> addMedia(piece, others));
      } else if (!(block instanceof ToolUse)) {
        others.add(block);
      }
    }
    others.addFirst(new Text(String.join("\n\n", words)));
    return others;
  }

  private String told(int number, ToolResult result) {
    ToolUse call = calls.get(result.id());
    String what =
        switch (result.status()) {
          case SUCCESS -> "Result";
          case ERROR -> "Error";
        };
    String told = result.content().stream().map(Retelling::words).collect(Collectors.joining("\n"));
    return "%s %d, from the tool %s:\n%s"
        .formatted(
            what,
            number,
            call == null ? "that you asked for" : call.name() + " with " + input(call),
            told.isBlank() ? "(nothing)" : told);
  }

  private static String input(ToolUse call) {
    return switch (call.input()) {
      case ToolInput.Parsed(JsonObject value) ->
          value.isEmpty() ? "no arguments" : value.toString();
      case ToolInput.Malformed _, ToolInput.Truncated _ -> "arguments that could not be read";
    };
  }

  private static String words(ResultBlock block) {
    return switch (block) {
      case Text(String text, _) -> text;
      case Json(JsonObject value) -> value.toString();
      case Image _ -> "(the picture below)";
      case Document(_, String name, _, _) -> "(the document " + name + " below)";
      case Opaque(_, String type, _) -> "(content of type " + type + ", below)";
    };
  }

  private static void addMedia(ResultBlock piece, List<ContentBlock> others) {
    switch (piece) {
      case Image image -> others.add(image);
      case Document document -> others.add(document);
      case Opaque opaque -> others.add(opaque);
      case Text _, Json _ -> {}
    }
  }
}
