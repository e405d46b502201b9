package dev.toolwire.wire.converse;

import dev.toolwire.wire.converse.CheckedRequest.Block;
import dev.toolwire.wire.converse.CheckedRequest.Turn;
import java.util.List;
import java.util.function.Consumer;

/// There are few cache points, and none where nothing can be cached: after reasoning or after blank
/// text.
final class CachePointRules {

  /// What Claude takes.
  static final int MOST = 4;

  private CachePointRules() {}

  static void check(CheckedRequest request, Consumer<String> refuse) {
    long points = checkList(request.tools(), refuse) + checkList(request.system(), refuse);
    for (Turn turn : request.turns()) {
      points += checkList(turn.content(), refuse);
    }
    if (points > MOST) {
      refuse.accept(
          ModelLayer.says(
              "A maximum of %d blocks with cache_control may be provided. Found %d."
                  .formatted(MOST, points)));
    }
  }

  /// Returns how many cache points the list has.
  private static long checkList(List<Block> blocks, Consumer<String> refuse) {
    long points = 0;
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i).is("cachePoint")) {
        points++;
        if (i > 0) {
          checkBefore(blocks.get(i - 1), refuse);
        }
      }
    }
    return points;
  }

  private static void checkBefore(Block block, Consumer<String> refuse) {
    if (block.is("reasoningContent")) {
      refuse.accept(
          "Cache point cannot be inserted after reasoning block. Please remove the invalid"
              + " cache point and try again.");
    }
    if (block.is("text") && block.value().asString().isBlank()) {
      refuse.accept(
          ModelLayer.says(block.at() + ".text: cache_control cannot be set for empty text blocks"));
    }
  }
}
