package dev.toolwire.wire.messages;

import dev.toolwire.conversation.Blob;
import dev.toolwire.conversation.Document;
import dev.toolwire.conversation.Image;
import dev.toolwire.conversation.Json;
import dev.toolwire.conversation.MediaSource;
import dev.toolwire.conversation.Opaque;
import dev.toolwire.conversation.ResultBlock;
import dev.toolwire.conversation.Text;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.Loss;
import dev.toolwire.wire.Fitting;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Fits images, documents and what tools gave back. What that costs is noted.
final class PortableMedia {

  /// Formats of documents that are text as they stand.
  private static final Set<String> TEXT_FORMATS = Set.of("txt", "md", "csv", "html");

  private final Fitting fitting;

  PortableMedia(Fitting fitting) {
    this.fitting = fitting;
  }

  Image image(String at, Image image) {
    return new Image(
        image.format(), image.source(), fitting.own(BlockReader.WIRE, at, image.extra()));
  }

  Document document(String at, Document document) {
    JsonObject extra = fitting.own(BlockReader.WIRE, at, document.extra(), "context", "citations");
    MediaSource source = source(at, document);
    if (source instanceof MediaSource.PlainText && !document.format().equals("txt")) {
      changed(at + ".format", "plain text has no format \"" + document.format() + "\"");
    }
    if (source instanceof MediaSource.Chunks && !document.format().isEmpty()) {
      changed(at + ".format", "chunks of text have no format \"" + document.format() + "\"");
    }
    return new Document(document.name(), document.format(), source, extra);
  }

  /// Bytes of text are sent as text.
  private MediaSource source(String at, Document document) {
    if (!(document.source() instanceof MediaSource.Inline(Blob data))
        || !TEXT_FORMATS.contains(document.format())) {
      return document.source();
    }
    Optional<String> text = utf8(data.bytes());
    text.ifPresent(_ -> changed(at + ".source", "bytes of text are sent as text"));
    return text.<MediaSource>map(MediaSource.PlainText::new).orElse(document.source());
  }

  private static Optional<String> utf8(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException notUtf8) {
      return Optional.empty();
    }
  }

  /// The content of the result at `path`.
  List<ResultBlock> inResult(String path, ToolResult result) {
    List<ResultBlock> fitted = new ArrayList<>(result.content().size());
    for (int i = 0; i < result.content().size(); i++) {
      inResult(path + ".content[" + i + "]", result.content().get(i)).ifPresent(fitted::add);
    }
    return fitted.isEmpty() && result.status() == ToolResult.Status.ERROR
        ? List.of(new Text("(no words)"))
        : fitted;
  }

  private Optional<ResultBlock> inResult(String at, ResultBlock block) {
    return switch (block) {
      case Text(String text, _) when text.isBlank() -> {
        fitting.lost(at, Loss.Kind.DROPPED, "blank text");
        yield Optional.empty();
      }
      case Text(String text, JsonObject extra) ->
          Optional.of(new Text(text, fitting.own(BlockReader.WIRE, at, extra)));
      case Json json -> {
        fitting.lost(at, Loss.Kind.REWRITTEN, "JSON is sent as its text");
        yield Optional.of(json);
      }
      case Image image -> Optional.of(image(at, image));
      case Document document -> Optional.of(document(at, document));
      case Opaque opaque ->
          fitting.isOwn(BlockReader.WIRE, at, opaque) ? Optional.of(opaque) : Optional.empty();
    };
  }

  private void changed(String at, String how) {
    fitting.lost(at, Loss.Kind.CHANGED, how);
  }
}
