package dev.toolwire.wire.json;

import dev.toolwire.json.JsonObject;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Members in the `extra` of a request or an answer, beside what Toolwire writes.
public final class Extra {

  private Extra() {}

  /// The object called `name`; the empty one if there is none.
  ///
  /// @throws IllegalArgumentException if it is something else
  public static JsonObject object(JsonObject extra, String name) {
    return extra.member(name).map(value -> require(name, value)).orElse(JsonObject.EMPTY);
  }

  /// Refuses members that a request says elsewhere.
  ///
  /// @throws IllegalArgumentException if `extra` holds one of `reserved`
  public static void requireNone(Set<String> reserved, JsonObject extra) {
    for (String member : extra.names()) {
      if (reserved.contains(member)) {
        throw new IllegalArgumentException(
            "extra holds \""
                + member
                + "\", which the request has a part of its own for; use that");
      }
    }
  }

  private static JsonObject require(String name, JsonNode value) {
    if (value instanceof ObjectNode object) {
      return JsonObject.adopt(object);
    }
    throw new IllegalArgumentException(
        "extra holds a \"" + name + "\" that is " + JsonObject.kindOf(value) + "; give an object");
  }
}
