package dev.toolwire.wire.chat;

import dev.toolwire.conversation.CachePoint;
import dev.toolwire.conversation.Citations;
import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.Document;
import dev.toolwire.conversation.Image;
import dev.toolwire.conversation.MediaSource;
import dev.toolwire.conversation.Opaque;
import dev.toolwire.conversation.Reasoning;
import dev.toolwire.conversation.RedactedReasoning;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.Loss;
import dev.toolwire.model.ModelProfile;
import dev.toolwire.wire.Fitting;
import java.util.Optional;

/// Fits blocks into the parts that a message can hold. What that costs is noted.
final class PortableParts {

  private final Fitting fitting;
  private final ModelProfile profile;

  PortableParts(Fitting fitting, ModelProfile profile) {
    this.fitting = fitting;
    this.profile = profile;
  }

  /// The block as a part of a message that is not the assistant's; empty if it cannot be said.
  Optional<ContentBlock> user(String path, ContentBlock block) {
    return switch (block) {
      case Text(String text, JsonObject extra) -> Optional.of(new Text(text, own(path, extra)));
      case Citations citations -> Optional.of(citations(path, citations));
      case Image image -> image(path, image);
      case Document document -> document(path, document);
      case Opaque opaque -> opaque(path, opaque);
      case CachePoint _ -> dropped(path, "a cachePoint; Chat caches by itself");
      case Reasoning _, RedactedReasoning _ -> dropped(path, "reasoning");
      case ToolUse _, ToolResult _ -> dropped(path, "a call or a result where none may stand");
    };
  }

  Text citations(String path, Citations citations) {
    if (!citations.citations().isEmpty()) {
      dropped(path + ".citations", "citations, which Chat takes from nobody");
    }
    return new Text(String.join("", citations.content()), own(path, citations.extra()));
  }

  Optional<ContentBlock> opaque(String path, Opaque opaque) {
    return fitting.isOwn(ChatWords.WIRE, path, opaque) ? Optional.of(opaque) : Optional.empty();
  }

  private Optional<ContentBlock> image(String path, Image image) {
    if (!profile.images()) {
      return placeholder(path, "an image, which the model does not take");
    }
    boolean sayable =
        image.source() instanceof MediaSource.Url
            || (image.source() instanceof MediaSource.Inline && !image.format().isEmpty());
    return sayable
        ? Optional.of(new Image(image.format(), image.source(), own(path, image.extra())))
        : placeholder(path, "an image that is neither at an address nor in the message");
  }

  private Optional<ContentBlock> document(String path, Document document) {
    JsonObject extra = own(path, document.extra());
    return switch (document.source()) {
      case MediaSource.PlainText(String text) -> Optional.of(asText(path, document, text));
      case MediaSource.Chunks(var texts) ->
          Optional.of(asText(path, document, String.join("\n", texts)));
      case MediaSource.Inline inline when profile.documents() ->
          Optional.of(new Document(document.name(), document.format(), inline, extra));
      case MediaSource.Inline _ -> placeholder(path, "a document, which the model does not take");
      case MediaSource.S3 _, MediaSource.Url _ ->
          placeholder(path, "a document that is not in the message");
    };
  }

  private Text asText(String path, Document document, String text) {
    fitting.lost(path, Loss.Kind.CHANGED, "a document of text is sent as text");
    return new Text(document.name().isEmpty() ? text : document.name() + ":\n" + text);
  }

  /// `extra`, unless it is another wire's.
  JsonObject own(String path, JsonObject extra) {
    return fitting.own(ChatWords.WIRE, path, extra);
  }

  <T> Optional<T> dropped(String path, String what) {
    fitting.lost(path, Loss.Kind.DROPPED, what);
    return Optional.empty();
  }

  /// Says that something was there, so that the text around it makes sense.
  private Optional<ContentBlock> placeholder(String path, String what) {
    fitting.lost(path, Loss.Kind.DROPPED, what);
    return Optional.of(new Text("(" + what + ")"));
  }
}
