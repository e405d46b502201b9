package dev.toolwire.quirk;

import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.Document;
import dev.toolwire.conversation.Image;
import dev.toolwire.conversation.MediaSource;
import dev.toolwire.conversation.Message;
import dev.toolwire.conversation.ResultBlock;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.model.Loss.Kind;
import dev.toolwire.model.ModelProfile;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.Route;
import java.util.ArrayList;
import java.util.List;

/// Takes images and documents out of the results of one message, for a model that takes none there:
/// they go behind the results, where the user may show them, with a note in their place. What the
/// user may not show either is left out, with a note.
final class ResultMediaFit {

  private final Occasion occasion;
  private final ModelProfile profile;
  private final List<ContentBlock> behind = new ArrayList<>();
  private int images;
  private int documents;

  private ResultMediaFit(Occasion occasion) {
    this.occasion = occasion;
    this.profile = occasion.profile();
  }

  static boolean isNeededBy(ModelProfile profile) {
    return !profile.resultImages() || !profile.resultDocuments();
  }

  static ModelRequest fit(ModelRequest request, Occasion occasion) {
    if (occasion.route() == Route.CHAT || occasion.route() == Route.MANTLE) {
      // Chat has no results but text: its codec does the same for every model.
      return request;
    }
    List<Message> messages = new ArrayList<>(request.conversation().messages());
    boolean changed = false;
    for (int i = 0; i < messages.size(); i++) {
      Message message = messages.get(i);
      Message fitted = new ResultMediaFit(occasion).message("messages[" + i + "]", message);
      changed |= !fitted.equals(message);
      messages.set(i, fitted);
    }
    return changed ? request.withConversation(Conversation.of(messages)) : request;
  }

  private Message message(String path, Message message) {
    List<ContentBlock> content = new ArrayList<>(message.content().size());
    int results = 0;
    for (int i = 0; i < message.content().size(); i++) {
      ContentBlock block = message.content().get(i);
      if (block instanceof ToolResult result) {
        content.add(result(path + ".content[" + i + "]", result));
        results = i + 1;
      } else {
        content.add(block);
      }
    }
    content.addAll(results, behind);
    return content.equals(message.content())
        ? message
        : new Message(message.role(), content, message.extra());
  }

  private ToolResult result(String path, ToolResult result) {
    List<ResultBlock> content = new ArrayList<>(result.content().size());
    for (int i = 0; i < result.content().size(); i++) {
      String at = path + ".content[" + i + "]";
      content.add(
          switch (result.content().get(i)) {
            case Image image when !profile.resultImages() -> image(at, image);
            case Document document when !profile.resultDocuments() -> document(at, document);
            case ResultBlock taken -> taken;
          });
    }
    return new ToolResult(result.id(), result.status(), content, result.extra());
  }

  private Text image(String path, Image image) {
    return profile.images() ? moved(path, "image", ++images, image) : dropped(path, "an image");
  }

  private Text document(String path, Document document) {
    if (document.source() instanceof MediaSource.PlainText(String text)) {
      occasion.lost(path, Kind.CHANGED, "a document of text is sent as text");
      return new Text(document.name().isEmpty() ? text : document.name() + ":\n" + text);
    }
    return profile.documents()
        ? moved(path, "document", ++documents, document)
        : dropped(path, "a document");
  }

  private Text moved(String path, String what, int number, ContentBlock media) {
    behind.add(media);
    occasion.lost(
        path,
        Kind.MOVED,
        "the model takes no " + what + " in a result; it stands behind the results");
    return new Text("(" + what + " " + number + " of those behind the results)");
  }

  private Text dropped(String path, String what) {
    String left = what + ", which the model does not take";
    occasion.lost(path, Kind.DROPPED, left);
    return new Text("(" + left + ")");
  }
}
