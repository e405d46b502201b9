package dev.toolwire.quirk;

import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.Message;
import dev.toolwire.conversation.ResultBlock;
import dev.toolwire.conversation.Role;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.model.Loss.Kind;
import dev.toolwire.model.ModelRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Fits tool results to models that want them with something in them, or nothing beside them.
final class ResultFits {

  /// What an empty result says where it may not be empty.
  static final String NO_OUTPUT = "(no output)";

  private ResultFits() {}

  static ModelRequest withoutEmpty(ModelRequest request, Occasion occasion) {
    return Turns.fit(
        request,
        block -> block instanceof ToolResult result && result.content().isEmpty(),
        (path, empty) -> {
          String now = "the empty result says \"" + NO_OUTPUT + "\"";
          occasion.lost(path + ".content", Kind.CHANGED, now);
          return Optional.of(with((ToolResult) empty, new Text(NO_OUTPUT)));
        });
  }

  static ModelRequest withoutTextBeside(ModelRequest request, Occasion occasion) {
    List<Message> messages = new ArrayList<>(request.conversation().messages());
    boolean changed = false;
    for (int i = 0; i < messages.size(); i++) {
      Message message = messages.get(i);
      if (hasTextBeside(message)) {
        messages.set(i, folded(message, "messages[" + i + "]", occasion));
        changed = true;
      }
    }
    return changed ? request.withConversation(Conversation.of(messages)) : request;
  }

  private static boolean hasTextBeside(Message message) {
    return message.role() == Role.USER
        && message.content().getFirst() instanceof ToolResult
        && message.content().stream().anyMatch(Text.class::isInstance);
  }

  private static Message folded(Message message, String path, Occasion occasion) {
    List<ContentBlock> content = new ArrayList<>(message.content().size());
    int last = 0;
    for (int i = 0; i < message.content().size(); i++) {
      ContentBlock block = message.content().get(i);
      if (block instanceof Text text) {
        occasion.lost(
            path + ".content[" + i + "]",
            Kind.MOVED,
            "the model takes no text beside results; it ends the last of them");
        content.set(last, with((ToolResult) content.get(last), text));
      } else {
        last = block instanceof ToolResult ? content.size() : last;
        content.add(block);
      }
    }
    return new Message(message.role(), content, message.extra());
  }

  private static ToolResult with(ToolResult result, Text text) {
    List<ResultBlock> content =
        Stream.<ResultBlock>concat(result.content().stream(), Stream.of(text)).toList();
    return new ToolResult(result.id(), result.status(), content, result.extra());
  }
}
