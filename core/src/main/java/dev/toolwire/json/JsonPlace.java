package dev.toolwire.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/// A place that takes values: the document (one value) or an open container. A value is put down
/// when it begins or grows, as often as it likes, and then the place moves on to the next.
sealed interface JsonPlace {
  /// The path of the place itself.
  JsonPath path();

  /// The path of the value that is being read here, or of the place while there is none.
  JsonPath child();

  /// The value of the place itself, live.
  JsonNode value();

  void put(JsonNode value);

  void moveOn();

  final class Document implements JsonPlace {
    private JsonNode value = MissingNode.getInstance();

    @Override
    public JsonPath path() {
      return JsonPath.root();
    }

    @Override
    public JsonPath child() {
      return JsonPath.root();
    }

    @Override
    public JsonNode value() {
      return value;
    }

    @Override
    public void put(JsonNode newValue) {
      value = newValue;
    }

    @Override
    public void moveOn() {}
  }

  final class OpenObject implements JsonPlace {
    private final JsonPath path;
    private final ObjectNode node;
    private @Nullable String name;

    OpenObject(JsonPath path, ObjectNode node) {
      this.path = path;
      this.node = node;
    }

    void name(String newName) {
      name = newName;
    }

    @Override
    public JsonPath path() {
      return path;
    }

    @Override
    public JsonPath child() {
      return name == null ? path : path.member(name);
    }

    @Override
    public JsonNode value() {
      return node;
    }

    @Override
    public void put(JsonNode value) {
      node.set(name, value);
    }

    @Override
    public void moveOn() {
      name = null;
    }
  }

  final class OpenArray implements JsonPlace {
    private final JsonPath path;
    private final ArrayNode node;
    private int index;

    OpenArray(JsonPath path, ArrayNode node) {
      this.path = path;
      this.node = node;
    }

    @Override
    public JsonPath path() {
      return path;
    }

    @Override
    public JsonPath child() {
      return path.element(index);
    }

    @Override
    public JsonNode value() {
      return node;
    }

    @Override
    public void put(JsonNode value) {
      if (index == node.size()) {
        node.add(value);
      } else {
        node.set(index, value);
      }
    }

    @Override
    public void moveOn() {
      index++;
    }
  }
}
