package dev.toolwire.wire.converse;

import dev.toolwire.conversation.Blob;
import dev.toolwire.conversation.Document;
import dev.toolwire.conversation.Image;
import dev.toolwire.conversation.MediaSource;
import dev.toolwire.model.UnsupportedOnWireException;
import dev.toolwire.wire.json.Leftovers;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/// Writes images and documents, as a member of the object that the caller has opened.
final class MediaWriter {

  private MediaWriter() {}

  static void image(JsonGenerator out, Image image) {
    if (image.format().isEmpty()) {
      throw new UnsupportedOnWireException(
          "an image without a format; Converse needs png, jpeg, gif or webp");
    }
    out.writeObjectPropertyStart("image");
    out.writeStringProperty("format", image.format());
    out.writeObjectPropertyStart("source");
    imageSource(out, image.source());
    out.writeEndObject();
    Leftovers.write(BlockReader.WIRE, image.extra(), out);
    out.writeEndObject();
  }

  static void imageSource(JsonGenerator out, MediaSource source) {
    switch (source) {
      case MediaSource.Inline(Blob data) -> out.writeBinaryProperty("bytes", data.bytes());
      case MediaSource.S3 location -> s3(out, location);
      case MediaSource.Url _ -> throw fetched("an image");
      case MediaSource.PlainText _, MediaSource.Chunks _ ->
          throw new UnsupportedOnWireException(
              "an image whose source is text; Converse takes bytes or an S3 location");
    }
  }

  static void document(JsonGenerator out, Document document) {
    out.writeObjectPropertyStart("document");
    out.writeStringProperty("name", document.name());
    if (!document.format().isEmpty()) {
      out.writeStringProperty("format", document.format());
    }
    out.writeObjectPropertyStart("source");
    documentSource(out, document.source());
    out.writeEndObject();
    Leftovers.write(BlockReader.WIRE, document.extra(), out);
    out.writeEndObject();
  }

  private static void documentSource(JsonGenerator out, MediaSource source) {
    switch (source) {
      case MediaSource.Inline(Blob data) -> out.writeBinaryProperty("bytes", data.bytes());
      case MediaSource.S3 location -> s3(out, location);
      case MediaSource.PlainText(String text) -> out.writeStringProperty("text", text);
      case MediaSource.Chunks(List<String> texts) -> chunks(out, texts);
      case MediaSource.Url _ -> throw fetched("a document");
    }
  }

  private static void s3(JsonGenerator out, MediaSource.S3 location) {
    out.writeObjectPropertyStart("s3Location");
    out.writeStringProperty("uri", location.uri());
    if (!location.bucketOwner().isEmpty()) {
      out.writeStringProperty("bucketOwner", location.bucketOwner());
    }
    out.writeEndObject();
  }

  private static void chunks(JsonGenerator out, List<String> texts) {
    out.writeArrayPropertyStart("content");
    for (String text : texts) {
      out.writeStartObject();
      out.writeStringProperty("text", text);
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static UnsupportedOnWireException fetched(String what) {
    return new UnsupportedOnWireException(
        what + " at an address; Converse fetches nothing, send its bytes or an S3 location");
  }
}
