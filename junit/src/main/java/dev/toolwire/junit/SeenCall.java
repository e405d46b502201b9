package dev.toolwire.junit;

import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.Json;
import dev.toolwire.conversation.Message;
import dev.toolwire.conversation.ResultBlock;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.simulator.RecordedRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A call that a model made and that the application answered.
///
/// @param request the number of the request that brought the result
record SeenCall(long request, ToolUse call, ToolResult result) {

  /// The calls that each request is the first to answer. A request that is sent again answers
  /// nothing new.
  static List<SeenCall> in(List<RecordedRequest> requests) {
    List<SeenCall> calls = new ArrayList<>();
    Set<Conversation> told = new HashSet<>();
    for (RecordedRequest request : requests) {
      request
          .read()
          .map(read -> read.conversation())
          .filter(told::add)
          .ifPresent(conversation -> calls.addAll(latest(request.number(), conversation)));
    }
    return calls;
  }

  private static List<SeenCall> latest(long request, Conversation conversation) {
    List<Message> messages = conversation.messages();
    if (messages.size() < 2) {
      return List.of();
    }
    List<SeenCall> calls = new ArrayList<>();
    for (ToolUse call : messages.get(messages.size() - 2).toolUses()) {
      messages.getLast().toolResults().stream()
          .filter(result -> result.id().equals(call.id()))
          .findFirst()
          .ifPresent(result -> calls.add(new SeenCall(request, call, result)));
    }
    return calls;
  }

  String tool() {
    return call.name().value();
  }

  boolean failed() {
    return result.status() == ToolResult.Status.ERROR;
  }

  String input() {
    return switch (call.input()) {
      case ToolInput.Parsed(var value) -> value.toString();
      case ToolInput.Malformed(String text, _) -> text + " (no JSON object)";
      case ToolInput.Truncated(String text) -> text + " (cut)";
    };
  }

  /// What the result says: its texts, and its JSON as text, one below the other.
  String words() {
    return result.content().stream()
        .map(SeenCall::words)
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static String words(ResultBlock block) {
    return block instanceof Text text
        ? text.text()
        : block instanceof Json(var json) ? json.toString() : "";
  }

  /// One line, such as `get_weather({"city":"Oslo"}) -> {"celsius":12}`.
  @Override
  public String toString() {
    return "%s(%s) %s %s".formatted(tool(), input(), failed() ? "-> error:" : "->", words());
  }
}
