package dev.toolwire.json;

import dev.toolwire.json.JsonEvent.ArrayOpened;
import dev.toolwire.json.JsonEvent.Completed;
import dev.toolwire.json.JsonEvent.ObjectOpened;
import dev.toolwire.json.JsonEvent.StringGrew;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/// The value as it is being built, and the telling of it. Every container stands in its parent from
/// the moment it opens, and a string that outlives its fragment from the end of that fragment.
final class JsonTree {
  /// The sink of a reader whose user only looks at the tree; no event is even made for it.
  static final Consumer<JsonEvent> NOBODY = _ -> {};

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Consumer<JsonEvent> sink;
  private final boolean heard;
  private final JsonPlace.Document document = new JsonPlace.Document();
  private final List<JsonPlace> enclosing = new ArrayList<>();
  private JsonPlace place = document;

  private @Nullable GrowingString growing;
  private JsonPath growingPath = JsonPath.root();
  private int told;

  JsonTree(Consumer<JsonEvent> sink) {
    this.sink = sink;
    this.heard = !sink.equals(NOBODY);
  }

  /// The document's value so far; missing when none has begun.
  JsonNode value() {
    return document.value();
  }

  /// Where the next value goes.
  JsonPlace place() {
    return place;
  }

  /// How many containers are open.
  int depth() {
    return enclosing.size();
  }

  void openObject() {
    var inner = new JsonPlace.OpenObject(place.child(), NODES.objectNode());
    enter(inner);
    if (heard) {
      sink.accept(new ObjectOpened(inner.path()));
    }
  }

  void openArray() {
    var inner = new JsonPlace.OpenArray(place.child(), NODES.arrayNode());
    enter(inner);
    if (heard) {
      sink.accept(new ArrayOpened(inner.path()));
    }
  }

  private void enter(JsonPlace inner) {
    place.put(inner.value());
    enclosing.add(place);
    place = inner;
  }

  void close() {
    var closed = place;
    place = enclosing.removeLast();
    place.moveOn();
    if (heard) {
      sink.accept(new Completed(closed.path(), closed.value()));
    }
  }

  void complete(JsonNode value) {
    if (heard) {
      JsonPath path = place.child();
      settle(value);
      sink.accept(new Completed(path, value));
    } else {
      settle(value);
    }
  }

  private void settle(JsonNode value) {
    place.put(value);
    place.moveOn();
  }

  /// Shows the first `length` characters of the string that is being read in `text`.
  void growString(StringBuilder text, int length) {
    if (growing == null) {
      growing = new GrowingString(text);
      growingPath = place.child();
      place.put(growing);
    }
    growing.growTo(length);
    if (heard && length > told) {
      sink.accept(new StringGrew(growingPath, text.substring(told, length)));
      told = length;
    }
  }

  /// Completes the string that was read, and says whether its text was shown before and so must be
  /// left alone.
  boolean completeString(String value) {
    boolean shown = growing != null;
    if (heard && value.length() > told) {
      sink.accept(new StringGrew(place.child(), value.substring(told)));
    }
    growing = null;
    told = 0;
    complete(StringNode.valueOf(value));
    return shown;
  }
}
