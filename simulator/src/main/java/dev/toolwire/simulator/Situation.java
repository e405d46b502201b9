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

/// Where a conversation stands when the model is to speak: what a script matches on.
///
/// @param system the texts of the system prompt
/// @param userTexts what the user said, in order
/// @param latest the results of the last message, in order
/// @param earlier the other results since the user last said something
/// @param round how many times the model has spoken since then, and one more
record Situation(
    List<String> system,
    List<String> userTexts,
    List<AnsweredCall> latest,
    List<AnsweredCall> earlier,
    int round) {

  static Situation of(ModelRequest request) {
    List<Message> messages = request.conversation().messages();
    List<String> texts = messages.stream().filter(Situation::isSpeech).map(Message::text).toList();
    int asked = messages.size() - 1;
    while (asked > 0 && !isSpeech(messages.get(asked))) {
      asked--;
    }
    List<AnsweredCall> latest = answered(messages, messages.size() - 1);
    List<AnsweredCall> earlier = new ArrayList<>();
    int round = 1;
    for (int i = asked; i < messages.size(); i++) {
      round += messages.get(i).role() == Role.ASSISTANT ? 1 : 0;
      if (i < messages.size() - 1) {
        earlier.addAll(answered(messages, i));
      }
    }
    return new Situation(systemTexts(request), texts, latest, earlier, round);
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
    if (at < 1) {
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

  /// Everything that tells the model what to do: the system prompt, and what the user said.
  List<String> instructions() {
    return Stream.concat(system.stream(), userTexts.stream()).toList();
  }

  /// What the user said last; empty if nothing.
  String question() {
    return userTexts.isEmpty() ? "" : userTexts.getLast();
  }
}
