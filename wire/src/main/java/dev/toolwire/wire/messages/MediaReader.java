package dev.toolwire.wire.messages;

import dev.toolwire.conversation.Blob;
import dev.toolwire.conversation.Document;
import dev.toolwire.conversation.Image;
import dev.toolwire.conversation.MediaSource;
import dev.toolwire.wire.json.WireObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads images and documents; empty for those with a source of a kind that we have no word for,
/// such as a file that was sent before.
final class MediaReader {

  private static final Set<String> IMAGE = Set.of("type", "source");
  private static final Set<String> DOCUMENT = Set.of("type", "source", "title");
  private static final Set<String> SHARED = Set.of("context", "citations");
  private static final Set<String> BYTES = Set.of("type", "media_type", "data");
  private static final Set<String> ADDRESS = Set.of("type", "url");
  private static final Set<String> CHUNKS = Set.of("type", "content");
  private static final Set<String> CHUNK = Set.of("type", "text");
  private static final String IMAGES = "image/";
  private static final String PDF = "application/pdf";

  private MediaReader() {}

  static Optional<Image> image(WireObject image) {
    WireObject source = image.requireObject("source");
    Optional<Image> known =
        switch (source.requireText("type")) {
          case "base64" ->
              source.requireText("media_type").startsWith(IMAGES)
                  ? only(source, BYTES)
                      .map(bytes ->
                          new Image(
                              bytes.requireText("media_type").substring(IMAGES.length()),
                              new MediaSource.Inline(blob(bytes))))
                  : Optional.empty();
          case "url" ->
              only(source, ADDRESS)
                  .map(at -> new Image("", new MediaSource.Url(at.requireText("url"))));
          default -> Optional.empty();
        };
    return known.map(
        read -> new Image(read.format(), read.source(), image.leftovers(BlockReader.WIRE, IMAGE)));
  }

  static Optional<Document> document(WireObject document) {
    return content(document.requireObject("source"))
        .map(read ->
            new Document(
                document.text("title").orElse(""),
                read.format(),
                read.source(),
                document.leftovers(BlockReader.WIRE, DOCUMENT, SHARED)));
  }

  /// A document without its name.
  private static Optional<Document> content(WireObject source) {
    return switch (source.requireText("type")) {
      case "base64" ->
          source.requireText("media_type").equals(PDF)
              ? only(source, BYTES)
                  .map(bytes -> new Document("", "pdf", new MediaSource.Inline(blob(bytes))))
              : Optional.empty();
      case "text" ->
          only(source, BYTES)
              .map(text ->
                  new Document("", "txt", new MediaSource.PlainText(text.requireText("data"))));
      case "content" -> only(source, CHUNKS).flatMap(MediaReader::chunks);
      case "url" ->
          only(source, ADDRESS)
              .map(at -> new Document("", "pdf", new MediaSource.Url(at.requireText("url"))));
      default -> Optional.empty();
    };
  }

  private static Optional<Document> chunks(WireObject source) {
    if (source.find("content") == null || !source.node().path("content").isArray()) {
      return Optional.empty();
    }
    List<String> texts = new ArrayList<>();
    for (WireObject chunk : source.objects("content")) {
      if (!chunk.requireText("type").equals("text") || !chunk.rest(CHUNK).isEmpty()) {
        return Optional.empty();
      }
      texts.add(chunk.requireText("text"));
    }
    return Optional.of(new Document("", "", new MediaSource.Chunks(texts)));
  }

  private static Optional<WireObject> only(WireObject source, Set<String> known) {
    return source.rest(known).isEmpty() ? Optional.of(source) : Optional.empty();
  }

  private static Blob blob(WireObject source) {
    try {
      return Blob.fromBase64(source.requireText("data"));
    } catch (IllegalArgumentException notBase64) {
      throw source.wrong("base64 in \"data\"", "something else");
    }
  }
}
