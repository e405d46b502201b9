package dev.toolwire.wire.messages;

import dev.toolwire.conversation.Blob;
import dev.toolwire.conversation.Document;
import dev.toolwire.conversation.Image;
import dev.toolwire.conversation.MediaSource;
import dev.toolwire.model.UnsupportedOnWireException;
import dev.toolwire.wire.json.Leftovers;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/// Writes images and documents.
final class MediaWriter {

  private final JsonGenerator out;

  MediaWriter(JsonGenerator out) {
    this.out = out;
  }

  void image(Image image) {
    start("image");
    switch (image.source()) {
      case MediaSource.Inline(Blob data) -> bytes(mediaType(image.format()), data);
      case MediaSource.Url(String url) -> address(url);
      case MediaSource.S3 _ -> throw inS3("an image");
      case MediaSource.PlainText _, MediaSource.Chunks _ ->
          throw new UnsupportedOnWireException(
              "an image whose source is text; Messages takes bytes or an address");
    }
    Leftovers.write(BlockReader.WIRE, image.extra(), out);
    out.writeEndObject();
  }

  void document(Document document) {
    start("document");
    switch (document.source()) {
      case MediaSource.Inline(Blob data) -> {
        requirePdf(document);
        bytes("application/pdf", data);
      }
      case MediaSource.Url(String url) -> address(url);
      case MediaSource.PlainText(String text) -> text(text);
      case MediaSource.Chunks(List<String> texts) -> chunks(texts);
      case MediaSource.S3 _ -> throw inS3("a document");
    }
    if (!document.name().isEmpty()) {
      out.writeStringProperty("title", document.name());
    }
    Leftovers.write(BlockReader.WIRE, document.extra(), out);
    out.writeEndObject();
  }

  private void start(String type) {
    out.writeStartObject();
    out.writeStringProperty("type", type);
  }

  private void source(String type) {
    out.writeObjectPropertyStart("source");
    out.writeStringProperty("type", type);
  }

  private void bytes(String mediaType, Blob data) {
    source("base64");
    out.writeStringProperty("media_type", mediaType);
    out.writeBinaryProperty("data", data.bytes());
    out.writeEndObject();
  }

  private void address(String url) {
    source("url");
    out.writeStringProperty("url", url);
    out.writeEndObject();
  }

  private void text(String text) {
    source("text");
    out.writeStringProperty("media_type", "text/plain");
    out.writeStringProperty("data", text);
    out.writeEndObject();
  }

  private void chunks(List<String> texts) {
    source("content");
    out.writeArrayPropertyStart("content");
    for (String text : texts) {
      start("text");
      out.writeStringProperty("text", text);
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private static String mediaType(String format) {
    if (format.isEmpty()) {
      throw new UnsupportedOnWireException(
          "an image without a format; Messages needs png, jpeg, gif or webp");
    }
    return "image/" + format;
  }

  private static void requirePdf(Document document) {
    if (!document.format().equals("pdf")) {
      throw new UnsupportedOnWireException(
          "the document \""
              + document.name()
              + "\" is "
              + (document.format().isEmpty() ? "of no format" : document.format())
              + "; Messages takes PDF and plain text");
    }
  }

  private static UnsupportedOnWireException inS3(String what) {
    return new UnsupportedOnWireException(
        what + " in Amazon S3; Messages cannot read there, send its bytes or an address");
  }
}
