package dev.toolwire.rescue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads a value that is written as elements in one another: members are elements, and so are the
/// items of an array, all called `item` or all alike.
final class Elements {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /// An element that is open.
  private static final class Open {
    private final String name;
    private final JsonNode schema;
    private final StringBuilder text = new StringBuilder();
    private final List<Map.Entry<String, JsonNode>> children = new ArrayList<>();

    private Open(String name, JsonNode schema) {
      this.name = name;
      this.schema = schema;
    }
  }

  private Elements() {}

  /// The value, or null if `text` is not elements in order.
  static @Nullable JsonNode read(String text, JsonNode schema, int depth) {
    Window in = Texts.whole(text.replace(Tag.MINIMAX, ""));
    Deque<Open> open = new ArrayDeque<>();
    open.add(new Open("", schema));
    while (in.peek() != Window.END) {
      Tag tag = in.peek() == '<' ? Tag.at(in) : Tag.NONE;
      if (tag.length() <= 0 || tag.local().isEmpty()) {
        open.getLast().text.append((char) in.peek());
        in.skip(1);
        continue;
      }
      in.skip(tag.length());
      if (!tag.close()) {
        if (open.size() > depth) {
          return null;
        }
        open.add(new Open(tag.local(), child(open.getLast().schema, tag.local())));
      } else {
        Open closed = open.removeLast();
        if (open.isEmpty() || !closed.name.equals(tag.local())) {
          return null;
        }
        open.getLast().children.add(Map.entry(closed.name, value(closed)));
      }
    }
    Open root = open.getLast();
    return open.size() == 1 && !root.children.isEmpty() && root.text.toString().isBlank()
        ? value(root)
        : null;
  }

  private static JsonNode child(JsonNode schema, String name) {
    JsonNode member = schema.path("properties").path(name);
    if (!member.isMissingNode()) {
      return member;
    }
    return schema.has("items") ? schema.path("items") : MissingNode.getInstance();
  }

  private static JsonNode value(Open element) {
    if (element.children.isEmpty()) {
      return ArgumentText.typed(element.text.toString(), element.schema, false);
    }
    boolean declared = ArgumentText.types(element.schema).contains("array");
    boolean items = element.children.stream().allMatch(child -> child.getKey().equals("item"));
    if (declared || items) {
      ArrayNode array = NODES.arrayNode();
      element.children.forEach(child -> array.add(child.getValue()));
      return array;
    }
    ObjectNode object = NODES.objectNode();
    for (Map.Entry<String, JsonNode> child : element.children) {
      JsonNode there = object.get(child.getKey());
      if (there instanceof ArrayNode array) {
        array.add(child.getValue());
      } else if (there != null) {
        object.set(child.getKey(), NODES.arrayNode().add(there).add(child.getValue()));
      } else {
        object.set(child.getKey(), child.getValue());
      }
    }
    return object;
  }
}
