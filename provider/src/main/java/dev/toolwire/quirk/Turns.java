package dev.toolwire.quirk;

import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.Message;
import dev.toolwire.conversation.Text;
import dev.toolwire.model.ModelRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Changes some blocks of a history.
final class Turns {

  private static final Text NOTHING_LEFT = new Text("(nothing that can be shown here)");

  /// Changes a block.
  interface BlockFit {
    /// The block to say in place of `block`, which stands at `path`; empty to leave it out.
    Optional<ContentBlock> fit(String path, ContentBlock block);
  }

  private Turns() {}

  /// `request` with those blocks of its conversation that are `concerned` as `fit` wants them;
  /// `request` itself if there are none.
  static ModelRequest fit(ModelRequest request, Predicate<ContentBlock> concerned, BlockFit fit) {
    List<Message> messages = request.conversation().messages();
    List<Message> fitted = null;
    for (int i = 0; i < messages.size(); i++) {
      Message message = messages.get(i);
      if (isConcerned(message, concerned)) {
        if (fitted == null) {
          fitted = new ArrayList<>(messages);
        }
        List<ContentBlock> content = blocks("messages[" + i + "]", message, concerned, fit);
        List<ContentBlock> some = content.isEmpty() ? List.of(NOTHING_LEFT) : content;
        fitted.set(i, new Message(message.role(), some, message.extra()));
      }
    }
    return fitted == null ? request : request.withConversation(Conversation.of(fitted));
  }

  private static boolean isConcerned(Message message, Predicate<ContentBlock> concerned) {
    for (ContentBlock block : message.content()) {
      if (concerned.test(block)) {
        return true;
      }
    }
    return false;
  }

  private static List<ContentBlock> blocks(
      String path, Message message, Predicate<ContentBlock> concerned, BlockFit fit) {
    List<ContentBlock> content = new ArrayList<>(message.content().size());
    for (int i = 0; i < message.content().size(); i++) {
      ContentBlock block = message.content().get(i);
      if (concerned.test(block)) {
        fit.fit(path + ".content[" + i + "]", block).ifPresent(content::add);
      } else {
        content.add(block);
      }
    }
    return content;
  }
}
