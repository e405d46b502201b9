package dev.toolwire.quirk;

import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.Message;
import dev.toolwire.conversation.Role;
import dev.toolwire.conversation.Text;
import dev.toolwire.model.Loss.Kind;
import dev.toolwire.model.ModelRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Has the user say what a system message in the middle of a conversation says.
final class SystemTurnFit {

  private SystemTurnFit() {}

  static ModelRequest fit(ModelRequest request, Occasion occasion) {
    List<Message> messages = request.conversation().messages();
    if (!hasSystemTurn(messages)) {
      return request;
    }
    List<Message> fitted = new ArrayList<>(messages.size());
    for (int i = 0; i < messages.size(); i++) {
      Message message = messages.get(i);
      if (message.role() == Role.SYSTEM) {
        append(fitted, texts(message, "messages[" + i + "]", occasion));
      } else if (!fitted.isEmpty() && fitted.getLast().role() == message.role()) {
        append(fitted, message.content());
      } else {
        fitted.add(message);
      }
    }
    return request.withConversation(Conversation.of(fitted));
  }

  private static boolean hasSystemTurn(List<Message> messages) {
    for (Message message : messages) {
      if (message.role() == Role.SYSTEM) {
        return true;
      }
    }
    return false;
  }

  /// A system message always has a user message before it.
  private static void append(List<Message> fitted, List<? extends ContentBlock> content) {
    Message last = fitted.removeLast();
    fitted.add(
        new Message(
            last.role(),
            Stream.<ContentBlock>concat(last.content().stream(), content.stream()).toList(),
            last.extra()));
  }

  private static List<Text> texts(Message system, String path, Occasion occasion) {
    List<Text> texts = new ArrayList<>(system.content().size());
    for (int i = 0; i < system.content().size(); i++) {
      if (system.content().get(i) instanceof Text text) {
        texts.add(text);
      } else {
        occasion.lost(
            path + ".content[" + i + "]",
            Kind.DROPPED,
            "only the text of a system message is kept");
      }
    }
    occasion.lost(
        path,
        Kind.MOVED,
        "the model takes no system message here; its text ends the user message before it");
    return texts;
  }
}
