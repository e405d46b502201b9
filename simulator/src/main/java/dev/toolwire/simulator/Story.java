package dev.toolwire.simulator;

import dev.toolwire.conversation.Message;
import dev.toolwire.conversation.Role;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.model.ModelRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What has been said and done until a request.
///
/// @param system the texts of the system prompt
/// @param userTexts what the user said, in order
/// @param opening the results that came with what the user said last
/// @param rounds for each time that the model has spoken since then, what came of its calls
record Story(
    List<String> system,
    List<String> userTexts,
    List<AnsweredCall> opening,
    List<List<AnsweredCall>> rounds) {

  static Story of(ModelRequest request) {
    List<Message> messages = request.conversation().messages();
    List<String> texts = messages.stream().filter(Story::isSpeech).map(Message::text).toList();
    int asked = messages.size() - 1;
    while (asked > 0 && !isSpeech(messages.get(asked))) {
      asked--;
    }
    List<List<AnsweredCall>> rounds = new ArrayList<>();
    for (int i = asked; i < messages.size(); i++) {
      if (messages.get(i).role() == Role.ASSISTANT) {
        rounds.add(answered(messages, i + 1));
      }
    }
    return new Story(systemTexts(request), texts, answered(messages, asked), rounds);
  }

  private static List<String> systemTexts(ModelRequest request) {
    return request.system().stream()
        .flatMap(block -> block instanceof Text(String text, _) ? Stream.of(text) : Stream.empty())
        .toList();
  }

  private static boolean isSpeech(Message message) {
    return message.role() == Role.USER && !message.text().isBlank();
  }

  private static List<AnsweredCall> answered(List<Message> messages, int at) {
    if (at < 1 || at >= messages.size()) {
      return List.of();
    }
    Map<String, ToolUse> calls = new HashMap<>();
    messages.get(at - 1).toolUses().forEach(call -> calls.put(call.id().value(), call));
    List<AnsweredCall> answered = new ArrayList<>();
    for (ToolResult result : messages.get(at).toolResults()) {
      ToolUse call = calls.get(result.id().value());
      if (call != null) {
        answered.add(new AnsweredCall(call, result));
      }
    }
    return answered;
  }

  /// Where the conversation stands.
  Situation now() {
    return after(rounds);
  }

  /// Where it would stand after other rounds.
  Situation after(List<List<AnsweredCall>> others) {
    List<List<AnsweredCall>> all = new ArrayList<>();
    all.add(opening);
    all.addAll(others);
    List<AnsweredCall> earlier =
        all.subList(0, all.size() - 1).stream().flatMap(List::stream).toList();
    return new Situation(system, userTexts, all.getLast(), earlier, all.size());
  }
}
