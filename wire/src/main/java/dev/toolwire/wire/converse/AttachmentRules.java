package dev.toolwire.wire.converse;

import dev.toolwire.wire.converse.CheckedRequest.Block;
import dev.toolwire.wire.converse.CheckedRequest.Turn;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
      checkImages(turn, refuse);
      for (Block document : all(turn, "document").toList()) {
        documents++;
        checkDocument(document, names, refuse);
      }
      if (turn.blocks("document").findAny().isPresent()
          && turn.blocks("text").findAny().isEmpty()) {
        refuse.accept("A text block must be included when using documents.");
      }
    }
    if (documents > MOST_DOCUMENTS) {
      refuse.accept("You can't include more than 5 documents in a request.");
    }
  }

  private static void checkImages(Turn turn, Consumer<String> refuse) {
    int images = 0;
    for (Block image : all(turn, "image").toList()) {
      images++;
      int size = size(image);
      if (size > LARGEST_IMAGE) {
        refuse.accept(
            ModelLayer.says(
                "%s.image.source.base64: image exceeds 5 MB maximum: %d bytes > %d bytes"
                    .formatted(image.at(), size, LARGEST_IMAGE)));
      }
    }
    if (images > MOST_IMAGES) {
      refuse.accept(
          ModelLayer.says("messages: too many images: %d > %d".formatted(images, MOST_IMAGES)));
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

  /// The blocks of a kind in a message, those in its tool results among them.
  private static Stream<Block> all(Turn turn, String kind) {
    return turn.content().stream()
        .flatMap(block -> block.is("toolResult") ? block.content().stream() : Stream.of(block))
        .filter(block -> block.is(kind));
  }
}
