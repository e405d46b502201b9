package dev.toolwire.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// An immutable JSON object: what a tool takes as input, what a schema is, and what is left over
/// when a wire says more than the neutral model knows.
///
/// Member order is kept. Decimal numbers keep the digits they were written with. Equality is that
/// of the trees, so member order does not matter to it. Safe for use by many threads.
public final class JsonObject {

  /// The object with no members.
  public static final JsonObject EMPTY = new JsonObject(JsonNodeFactory.instance.objectNode());

  /// How long a text may be that is kept. Small objects are written again and again: a schema in
  /// every request, an input in every later turn.
  private static final int LONGEST_KEPT_TEXT = 2048;

  private final ObjectNode node;

  /// What these three say may be lost between threads; it is only worked out once more then.
  private boolean written;

  private boolean isLong;
  private @Nullable SerializedString text;

  private JsonObject(ObjectNode node) {
    this.node = node;
  }

  /// Reads one JSON object.
  ///
  /// @throws IllegalArgumentException if `text` is not JSON, or is JSON of another kind
  public static JsonObject parse(String text) {
    JsonNode tree;
    try {
      tree = JsonText.read(text);
    } catch (JacksonException notJson) {
      throw new IllegalArgumentException("not JSON: " + JsonText.mistake(notJson), notJson);
    }
    if (tree instanceof ObjectNode object) {
      return adopt(object);
    }
    throw new IllegalArgumentException("expected a JSON object, got " + kindOf(tree));
  }

  /// A copy of `node`; later changes to `node` do not show.
  @JsonCreator
  public static JsonObject copyOf(ObjectNode node) {
    return adopt(node.deepCopy());
  }

  /// Takes `node` as it is. The caller gives it away: it must not be changed afterwards.
  public static JsonObject adopt(ObjectNode node) {
    return node.isEmpty() ? EMPTY : new JsonObject(node);
  }

  /// The object with the one member `name`, whose value is `value` as Jackson writes it.
  public static JsonObject of(String name, Object value) {
    return EMPTY.with(name, value);
  }

  /// This object with `name` set to `value`, as Jackson writes it; replaces an earlier value.
  public JsonObject with(String name, Object value) {
    ObjectNode copy = node.deepCopy();
    copy.set(name, JsonBinding.toTree(value));
    return adopt(copy);
  }

  /// This object without the member `name`.
  public JsonObject without(String name) {
    if (!node.has(name)) {
      return this;
    }
    ObjectNode copy = node.deepCopy();
    copy.remove(name);
    return adopt(copy);
  }

  /// A copy of the value of `name`; empty if there is no such member. An explicit `null` is a
  /// value.
  public Optional<JsonNode> member(String name) {
    return Optional.ofNullable(node.get(name)).map(JsonNode::deepCopy);
  }

  /// The value of `name` if it is a string.
  public Optional<String> text(String name) {
    return Optional.ofNullable(node.get(name))
        .filter(JsonNode::isString)
        .map(JsonNode::stringValue);
  }

  /// The names of the members, in order.
  public Collection<String> names() {
    return node.propertyNames();
  }

  public boolean isEmpty() {
    return node.isEmpty();
  }

  /// A copy as a Jackson tree, which the caller owns.
  public ObjectNode toNode() {
    return node.deepCopy();
  }

  /// Writes the object, braces included.
  public void write(JsonGenerator out) {
    SerializedString known = written && !isLong ? text() : text;
    written = true;
    if (known == null) {
      out.writeTree(node);
    } else {
      out.writeRawValue(known);
    }
  }

  /// Writes the members into an object that the caller has opened.
  public void writeMembers(JsonGenerator out) {
    node.forEachEntry((name, value) -> {
      out.writeName(name);
      out.writeTree(value);
    });
  }

  /// What a person calls this kind of JSON value: an object, an array, a string and so on.
  public static String kindOf(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> "an object";
      case ARRAY -> "an array";
      case STRING -> "a string";
      case NUMBER -> "a number";
      case BOOLEAN -> "a boolean";
      case NULL -> "null";
      case MISSING -> "nothing";
      case BINARY, POJO -> "a Java object";
    };
  }

  @JsonValue
  JsonNode json() {
    return node;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JsonObject that && node.equals(that.node);
  }

  @Override
  public int hashCode() {
    return node.hashCode();
  }

  /// The object as compact JSON text. A surrogate without its other half is escaped, so that the
  /// text can be written in every encoding.
  @Override
  public String toString() {
    return text().getValue();
  }

  private SerializedString text() {
    SerializedString known = text;
    if (known == null) {
      known = new SerializedString(JsonText.string(node));
      isLong = known.charLength() > LONGEST_KEPT_TEXT;
      text = isLong ? null : known;
    }
    return known;
  }
}
