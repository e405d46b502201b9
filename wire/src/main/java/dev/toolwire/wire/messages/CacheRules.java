package dev.toolwire.wire.messages;

import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/// At most four blocks may end a prefix to cache.
final class CacheRules {

  static final int MOST = 4;

  private CacheRules() {}

  static void check(CheckedRequest request, Consumer<String> refuse) {
    int marks =
        marks(request.body().path("tools"))
            + marks(request.body().path("system"))
            + request.turns().stream()
                .flatMap(turn -> turn.blocks().stream())
                .mapToInt(block -> marks(block.value()))
                .sum();
    if (marks > MOST) {
      refuse.accept(
          "A maximum of %d blocks with cache_control may be provided. Found %d."
              .formatted(MOST, marks));
    }
  }

  /// The marks on `block`, or on each of an array, and on what stands inside.
  private static int marks(JsonNode block) {
    if (block.isArray()) {
      return block.valueStream().mapToInt(CacheRules::marks).sum();
    }
    int own = block.hasNonNull("cache_control") ? 1 : 0;
    return own + (block.path("content").isArray() ? marks(block.path("content")) : 0);
  }
}
