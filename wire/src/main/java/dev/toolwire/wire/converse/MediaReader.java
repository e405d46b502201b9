package dev.toolwire.wire.converse;

import dev.toolwire.conversation.Document;
import dev.toolwire.conversation.Image;
import dev.toolwire.conversation.MediaSource;
import dev.toolwire.wire.json.WireObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads images and documents; empty for those with a source of a kind that we have no word for.
final class MediaReader {

  private static final Set<String> IMAGE = Set.of("format", "source");
  private static final Set<String> DOCUMENT = Set.of("format", "name", "source");
  private static final Set<String> SHARED = Set.of("context", "citations");
  private static final Set<String> S3 = Set.of("uri", "bucketOwner");

  private MediaReader() {}

  static Optional<Image> image(WireObject image) {
    return source(image)
        .filter(source -> source instanceof MediaSource.Inline || source instanceof MediaSource.S3)
        .map(source ->
            new Image(
                image.text("format").orElse(""), source, image.leftovers(BlockReader.WIRE, IMAGE)));
  }

  static Optional<Document> document(WireObject document) {
    return source(document)
        .map(source ->
            new Document(
                document.text("name").orElse(""),
                document.text("format").orElse(""),
                source,
                document.leftovers(BlockReader.WIRE, DOCUMENT, SHARED)));
  }

  private static Optional<MediaSource> source(WireObject media) {
    return media.object("source").flatMap(MediaReader::known);
  }

  private static Optional<MediaSource> known(WireObject source) {
    return switch (source.only()) {
      case "bytes" -> Optional.of(new MediaSource.Inline(BlockReader.blob(source, "bytes")));
      case "s3Location" -> s3(source.requireObject("s3Location"));
      case "text" -> Optional.of(new MediaSource.PlainText(source.requireText("text")));
      case "content" -> chunks(source);
      default -> Optional.empty();
    };
  }

  private static Optional<MediaSource> s3(WireObject location) {
    return location.rest(S3).isEmpty()
        ? Optional.of(
            new MediaSource.S3(
                location.requireText("uri"), location.text("bucketOwner").orElse("")))
        : Optional.empty();
  }

  private static Optional<MediaSource> chunks(WireObject source) {
    List<String> texts = new ArrayList<>();
    for (WireObject chunk : source.objects("content")) {
      if (!chunk.only().equals("text")) {
        return Optional.empty();
      }
      texts.add(chunk.requireText("text"));
    }
    return Optional.of(new MediaSource.Chunks(texts));
  }
}
