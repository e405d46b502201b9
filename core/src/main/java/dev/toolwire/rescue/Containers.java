package dev.toolwire.rescue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/// Builds one value out of its pieces: objects and arrays in one another. Of two members with the
/// same key the first one counts.
final class Containers {

  private static final class Open {
    private final @Nullable ObjectNode object;
    private final @Nullable ArrayNode array;
    private final char close;
    private String key = "";

    private Open(@Nullable ObjectNode object, @Nullable ArrayNode array, char close) {
      this.object = object;
      this.array = array;
      this.close = close;
    }

    private JsonNode node() {
      return object != null ? object : array != null ? array : MissingNode.getInstance();
    }
  }

  private final int depth;
  private final Set<TextRepair> repairs;
  private final ValueListener listener;
  private final Deque<Open> open = new ArrayDeque<>();
  private JsonNode value = MissingNode.getInstance();

  /// @param depth how many containers may be open at a time
  Containers(int depth, Set<TextRepair> repairs, ValueListener listener) {
    this.depth = depth;
    this.repairs = repairs;
    this.listener = listener;
  }

  /// The value, once nothing is open.
  JsonNode value() {
    return value;
  }

  int size() {
    return open.size();
  }

  boolean isEmpty() {
    return open.isEmpty();
  }

  boolean inObject() {
    return !open.isEmpty() && open.getLast().object != null;
  }

  boolean inArray() {
    return !open.isEmpty() && open.getLast().array != null;
  }

  /// The bracket that closes the innermost container.
  char closer() {
    return open.getLast().close;
  }

  /// False if no more containers may be open.
  boolean openObject() {
    return add(new Open(JsonNodeFactory.instance.objectNode(), null, '}'), '{');
  }

  /// @param close a Python tuple is an array with another bracket
  boolean openArray(char close) {
    return add(new Open(null, JsonNodeFactory.instance.arrayNode(), close), '[');
  }

  private boolean add(Open container, char bracket) {
    if (open.size() >= depth) {
      return false;
    }
    open.add(container);
    listener.opened(bracket, open.size());
    return true;
  }

  /// The key of the next member.
  void key(String key) {
    open.getLast().key = key;
    listener.key(key, open.size());
  }

  /// Closes the innermost container; what it holds is part of the next one, or the value.
  JsonNode close() {
    Open closed = open.removeLast();
    listener.closed(closed.object != null ? '}' : ']', open.size());
    keep(closed.node());
    return closed.node();
  }

  /// Adds a value that is no container.
  void put(JsonNode node) {
    listener.value(node, open.size());
    keep(node);
  }

  private void keep(JsonNode node) {
    if (open.isEmpty()) {
      value = node;
      return;
    }
    Open container = open.getLast();
    if (container.array != null) {
      container.array.add(node);
    } else if (container.object != null && container.object.has(container.key)) {
      repairs.add(TextRepair.DUPLICATE_KEY);
    } else if (container.object != null) {
      container.object.set(container.key, node);
    }
  }

  /// The members that are complete, where the whole is an object that is still open.
  @Nullable ObjectNode soFar() {
    return open.isEmpty() ? null : open.getFirst().object;
  }

  /// The key of that object whose value is being read.
  String keySoFar() {
    return open.isEmpty() ? "" : open.getFirst().key;
  }
}
