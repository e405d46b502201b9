package dev.toolwire.wire.json;

import dev.toolwire.json.JsonObject;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Members in the `extra` of a request or an answer that are merged with what Toolwire writes.
public final class Extra {

  private Extra() {}

  /// The object called `name`; the empty one if there is none.
  ///
  /// @throws IllegalArgumentException if it is something else
  public static JsonObject object(JsonObject extra, String name) {
    return extra.member(name).map(value -> require(name, value)).orElse(JsonObject.EMPTY);
  }

  private static JsonObject require(String name, JsonNode value) {
    if (value instanceof ObjectNode object) {
      return JsonObject.adopt(object);
    }
    throw new IllegalArgumentException(
        "extra holds a \"" + name + "\" that is " + JsonObject.kindOf(value) + "; give an object");
  }
}
