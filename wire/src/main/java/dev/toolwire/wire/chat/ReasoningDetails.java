package dev.toolwire.wire.chat;

import dev.toolwire.conversation.Opaque;
import dev.toolwire.json.JsonObject;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The `reasoning_details` of some compatible servers: signed or encrypted reasoning, in pieces,
/// which a server wants back in one piece. Kept as a block that only this wire can say.
final class ReasoningDetails {

  private static final Set<String> TEXTS = Set.of("text", "summary", "data");

  private ArrayNode entries = JsonNodeFactory.instance.arrayNode();

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /// A piece: of the last entry if it has its type and index, else of a new one.
  void add(ObjectNode piece) {
    if (!entries.isEmpty()
        && entries.get(entries.size() - 1) instanceof ObjectNode last
        && continues(last, piece)) {
      piece.forEachEntry((name, value) -> join(last, name, value));
    } else {
      entries.add(piece);
    }
  }

  private static boolean continues(ObjectNode last, ObjectNode piece) {
    return last.path("type").equals(piece.path("type"))
        && last.has("index")
        && last.path("index").equals(piece.path("index"));
  }

  private static void join(ObjectNode last, String name, JsonNode value) {
    if (TEXTS.contains(name) && value.isString() && last.path(name).isString()) {
      last.put(name, last.path(name).stringValue() + value.stringValue());
    } else if (!value.isNull()) {
      last.set(name, value);
    }
  }

  Opaque take() {
    ObjectNode block = entries.objectNode();
    block.set(ChatWords.REASONING_DETAILS, entries);
    entries = entries.arrayNode();
    return new Opaque(ChatWords.WIRE, ChatWords.REASONING_DETAILS, JsonObject.adopt(block));
  }
}
