package dev.toolwire.wire.converse;

import dev.toolwire.wire.converse.CheckedRequest.Block;
import dev.toolwire.wire.converse.CheckedRequest.Turn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// How many images and documents there may be and how large, and what a document needs: a plain
/// name of its own, and text beside it.
final class AttachmentRules {

  static final int MOST_IMAGES = 20;
  static final int MOST_DOCUMENTS = 5;

  /// Of an image in base64: 3.75 MiB of bytes.
  static final int LARGEST_IMAGE = 5 * 1024 * 1024;

  /// Of a document in base64: 4.5 MiB of bytes.
  static final int LARGEST_DOCUMENT = 6 * 1024 * 1024;

  /// Underscores are taken too, although the service's error does not say so.
  private static final Pattern NAME = Pattern.compile("(?s)(?!.*\\s\\s)[a-zA-Z0-9_\\s()\\[\\]-]+");

  private AttachmentRules() {}

  static void check(CheckedRequest request, Consumer<String> refuse) {
    Set<String> names = new HashSet<>();
    int documents = 0;
    for (Turn turn : request.turns()) {
      int images = 0;
      for (Block attachment : attachments(turn)) {
        if (attachment.is("image")) {
          images++;
          checkImage(attachment, refuse);
        } else {
          documents++;
          checkDocument(attachment, names, refuse);
        }
      }
      checkTurn(turn, images, refuse);
    }
    if (documents > MOST_DOCUMENTS) {
      refuse.accept("You can't include more than 5 documents in a request.");
    }
  }

  private static void checkTurn(Turn turn, int images, Consumer<String> refuse) {
    if (images > MOST_IMAGES) {
      refuse.accept(
          ModelLayer.says("messages: too many images: %d > %d".formatted(images, MOST_IMAGES)));
    }
    if (turn.has("document") && !turn.has("text")) {
      refuse.accept("A text block must be included when using documents.");
    }
  }

  private static void checkImage(Block image, Consumer<String> refuse) {
    int size = size(image);
    if (size > LARGEST_IMAGE) {
      refuse.accept(
          ModelLayer.says(
              "%s.image.source.base64: image exceeds 5 MB maximum: %d bytes > %d bytes"
                  .formatted(image.at(), size, LARGEST_IMAGE)));
    }
  }

  private static void checkDocument(Block document, Set<String> names, Consumer<String> refuse) {
    String name = document.text("name");
    if (!NAME.matcher(name).matches()) {
      refuse.accept(
          "The document file name can only contain alphanumeric characters, whitespace"
              + " characters, hyphens, parentheses, and square brackets. The name can't contain"
              + " more than one consecutive whitespace character. Check that the file name conforms"
              + " to these restrictions and retry your request.");
    }
    if (!names.add(name)) {
      refuse.accept("Messages can't contain duplicate document names.");
    }
    if (size(document) > LARGEST_DOCUMENT) {
      refuse.accept(
          "The document at "
              + document.at()
              + " exceeds the maximum size of 4.5 MB. Try again with a smaller document.");
    }
  }

  private static int size(Block attachment) {
    return attachment.value().path("source").path("bytes").asString("").length();
  }

  /// The images and documents of a message, those in its tool results among them.
  private static List<Block> attachments(Turn turn) {
    List<Block> attachments = new ArrayList<>();
    for (Block block : turn.content()) {
      for (Block part : block.is("toolResult") ? block.content() : List.of(block)) {
        if (part.is("image") || part.is("document")) {
          attachments.add(part);
        }
      }
    }
    return attachments;
  }
}
