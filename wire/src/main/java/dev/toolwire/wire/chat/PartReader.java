package dev.toolwire.wire.chat;

import dev.toolwire.conversation.Blob;
import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.Document;
import dev.toolwire.conversation.Image;
import dev.toolwire.conversation.MediaSource;
import dev.toolwire.conversation.Opaque;
import dev.toolwire.conversation.Text;
import dev.toolwire.json.JsonObject;
import dev.toolwire.wire.json.Leftovers;
import dev.toolwire.wire.json.WireObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Reads the content of a message: a string, or parts.
final class PartReader {

  private static final Pattern DATA = Pattern.compile("data:([^;,]+);base64,(.*)", Pattern.DOTALL);
  private static final Set<String> TEXT = Set.of(ChatWords.TYPE, "text");
  private static final Set<String> URL = Set.of("url");
  private static final Set<String> FILE = Set.of("filename", "file_data");
  private static final String IMAGE_TYPE = "image/";

  private PartReader() {}

  static List<ContentBlock> parts(WireObject message) {
    JsonNode content = message.find("content");
    if (content == null) {
      return List.of();
    }
    if (content.isString()) {
      return List.of(new Text(content.stringValue()));
    }
    return message.objects("content").stream().map(PartReader::part).toList();
  }

  private static ContentBlock part(WireObject part) {
    String type = part.requireText(ChatWords.TYPE);
    return switch (type) {
      case "text" -> new Text(part.requireText("text"), part.leftovers(ChatWords.WIRE, TEXT));
      case ChatWords.REFUSAL -> refusal(part.requireText(ChatWords.REFUSAL));
      case "image_url" -> image(part.requireObject("image_url"));
      case "file" -> file(part);
      default -> new Opaque(ChatWords.WIRE, type, part.json());
    };
  }

  /// A refusal, as text that says what it is.
  static Text refusal(String text) {
    return new Text(
        text,
        JsonObject.of(ChatWords.TYPE, ChatWords.REFUSAL).with(Leftovers.WIRE, ChatWords.WIRE));
  }

  private static Image image(WireObject image) {
    String url = image.requireText("url");
    JsonObject extra = image.leftovers(ChatWords.WIRE, URL);
    Matcher data = DATA.matcher(url);
    if (!data.matches()) {
      return new Image("", new MediaSource.Url(url), extra);
    }
    String type = data.group(1);
    String format = type.startsWith(IMAGE_TYPE) ? type.substring(IMAGE_TYPE.length()) : type;
    return new Image(format, new MediaSource.Inline(Blob.fromBase64(data.group(2))), extra);
  }

  /// A file in the message is a document; one that was uploaded before stays as it is.
  private static ContentBlock file(WireObject part) {
    WireObject file = part.requireObject("file");
    Optional<Matcher> data = file.text("file_data").map(DATA::matcher).filter(Matcher::matches);
    if (data.isEmpty()) {
      return new Opaque(ChatWords.WIRE, "file", part.json());
    }
    String name = file.text("filename").orElse("");
    int dot = name.lastIndexOf('.');
    return new Document(
        dot < 0 ? name : name.substring(0, dot),
        dot < 0 ? "" : name.substring(dot + 1),
        new MediaSource.Inline(Blob.fromBase64(data.get().group(2))),
        file.leftovers(ChatWords.WIRE, FILE));
  }
}
