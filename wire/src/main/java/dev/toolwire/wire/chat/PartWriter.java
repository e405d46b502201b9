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
import dev.toolwire.model.UnsupportedOnWireException;
import dev.toolwire.wire.json.Leftovers;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/// Writes the content of a message: a string if it is one text, else an array of parts.
final class PartWriter {

  private final JsonGenerator out;

  PartWriter(JsonGenerator out) {
    this.out = out;
  }

  /// Writes the value of `content`.
  void content(List<ContentBlock> parts) {
    if (parts.isEmpty()) {
      out.writeString("");
    } else if (parts.size() == 1
        && parts.getFirst() instanceof Text(String text, JsonObject extra)
        && extra.isEmpty()) {
      out.writeString(text);
    } else {
      out.writeStartArray();
      parts.forEach(this::part);
      out.writeEndArray();
    }
  }

  private void part(ContentBlock block) {
    out.writeStartObject();
    switch (block) {
      case Text text -> text(text);
      case Image image -> image(image);
      case Document document -> document(document);
      case Opaque opaque -> opaque.json().writeMembers(out);
      case ToolUse _, ToolResult _, Reasoning _, RedactedReasoning _, Citations _, CachePoint _ ->
          throw new UnsupportedOnWireException("Chat has no part for " + block);
    }
    out.writeEndObject();
  }

  private void text(Text text) {
    boolean refusal = isRefusal(text);
    out.writeStringProperty(ChatWords.TYPE, refusal ? ChatWords.REFUSAL : "text");
    out.writeStringProperty(refusal ? ChatWords.REFUSAL : "text", text.text());
    Leftovers.write(ChatWords.WIRE, text.extra().without(ChatWords.TYPE), out);
  }

  /// Whether a text is the model's refusal to answer.
  static boolean isRefusal(Text text) {
    return text.extra().text(ChatWords.TYPE).orElse("").equals(ChatWords.REFUSAL);
  }

  private void image(Image image) {
    out.writeStringProperty(ChatWords.TYPE, "image_url");
    out.writeObjectPropertyStart("image_url");
    String url =
        image.source() instanceof MediaSource.Inline(var data)
            ? "data:image/" + image.format() + ";base64," + data.base64()
            : ((MediaSource.Url) image.source()).url();
    out.writeStringProperty("url", url);
    Leftovers.write(ChatWords.WIRE, image.extra(), out);
    out.writeEndObject();
  }

  private void document(Document document) {
    MediaSource.Inline bytes = (MediaSource.Inline) document.source();
    out.writeStringProperty(ChatWords.TYPE, "file");
    out.writeObjectPropertyStart("file");
    String name = document.name().isEmpty() ? "document" : document.name();
    String format = document.format().isEmpty() ? "pdf" : document.format();
    out.writeStringProperty("filename", name + "." + format);
    out.writeStringProperty(
        "file_data", "data:" + FileTypes.mime(format) + ";base64," + bytes.data().base64());
    Leftovers.write(ChatWords.WIRE, document.extra(), out);
    out.writeEndObject();
  }
}
