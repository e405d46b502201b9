package dev.toolwire.wire.messages;

import dev.toolwire.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// What one side says in a checked request: the blocks of one message, or of neighbours of the same
/// role, which the service merges.
///
/// @param last the index of the last of its messages
record Turn(String role, int last, List<Block> blocks) {

  /// A block, and where it stands in the request.
  record Block(JsonNode value, int message, int index) {

    String type() {
      return value.path("type").asString("");
    }

    String text(String member) {
      return value.path(member).asString("");
    }

    /// Such as `messages.0.content.1`.
    String at() {
      return "messages." + message + ".content." + index;
    }
  }

  static List<Turn> of(JsonNode messages) {
    List<Turn> turns = new ArrayList<>();
    for (int i = 0; i < messages.size(); i++) {
      String role = messages.get(i).path("role").asString("");
      List<Block> blocks = new ArrayList<>();
      if (!turns.isEmpty() && turns.getLast().role().equals(role)) {
        blocks.addAll(turns.removeLast().blocks());
      }
      blocks.addAll(blocks(messages.get(i).path("content"), i));
      turns.add(new Turn(role, i, blocks));
    }
    return turns;
  }

  private static List<Block> blocks(JsonNode content, int message) {
    if (content.isString()) {
      JsonNode text = JsonObject.of("type", "text").with("text", content).toNode();
      return List.of(new Block(text, message, 0));
    }
    List<Block> blocks = new ArrayList<>(content.size());
    for (int i = 0; i < content.size(); i++) {
      blocks.add(new Block(content.get(i), message, i));
    }
    return blocks;
  }

  boolean is(String whose) {
    return role.equals(whose);
  }

  Stream<Block> all(String type) {
    return blocks.stream().filter(block -> block.type().equals(type));
  }

  boolean has(String type) {
    return all(type).findAny().isPresent();
  }
}
