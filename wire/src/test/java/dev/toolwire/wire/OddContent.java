package dev.toolwire.wire;

import dev.toolwire.conversation.Blob;
import dev.toolwire.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Makes up what conversations consist of, with whatever has ever broken a codec in it.
public final class OddContent {

  private static final List<String> WORDS =
      List.of(
          "a", "Ærø ", "\n", "\"", "\\", "😀", "\u2028", "{}", "tool", "\t", "/", "p", "data: ",
          "error: ", "漢字");

  private final RandomGenerator random;

  public OddContent(RandomGenerator random) {
    this.random = random;
  }

  /// One to six words without a space between them.
  public String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i >= 0; i--) {
      text.append(WORDS.get(random.nextInt(WORDS.size())));
    }
    return text.toString();
  }

  /// Up to three members, in which objects are nested `depth` times at most.
  public JsonObject json(int depth) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (int i = random.nextInt(4); i > 0; i--) {
      String name = text() + i;
      switch (random.nextInt(depth > 0 ? 6 : 4)) {
        case 0 -> object.put(name, text());
        case 1 -> object.put(name, random.nextInt());
        case 2 -> object.put(name, new BigDecimal("2.50"));
        case 3 -> object.putNull(name);
        case 4 -> object.putArray(name).add(true).add(json(depth - 1).toNode());
        default -> object.set(name, json(depth - 1).toNode());
      }
    }
    return JsonObject.adopt(object);
  }

  /// One to ten bytes.
  public Blob blob() {
    byte[] bytes = new byte[1 + random.nextInt(10)];
    random.nextBytes(bytes);
    return Blob.of(bytes);
  }
}
