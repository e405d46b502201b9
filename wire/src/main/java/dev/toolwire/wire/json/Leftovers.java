package dev.toolwire.wire.json;

import dev.toolwire.json.JsonObject;
import dev.toolwire.model.UnsupportedOnWireException;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/// What a wire says about a block or a message and the neutral model has no place for: kept in its
/// `extra`, with the member `wire` to tell which wire can read it. It goes back on that wire and on
/// no other; an `extra` without that member is the caller's own and goes as it stands.
public final class Leftovers {

  /// The member that names the wire.
  public static final String WIRE = "wire";

  private Leftovers() {}

  /// Whether `extra` came from another wire than `wire`.
  public static boolean areForeign(String wire, JsonObject extra) {
    return !extra.isEmpty() && extra.text(WIRE).map(from -> !from.equals(wire)).orElse(false);
  }

  /// The members of `extra` that stand on the wire.
  public static JsonObject members(JsonObject extra) {
    return extra.isEmpty() ? extra : extra.without(WIRE);
  }

  /// The members of `extra` that are among `names`, without telling which wire they came from.
  public static JsonObject only(JsonObject extra, List<String> names) {
    JsonObject kept = extra;
    for (String name : extra.names()) {
      kept = names.contains(name) ? kept : kept.without(name);
    }
    return kept;
  }

  /// Writes the members of `extra` into an object that the caller has opened.
  ///
  /// @throws UnsupportedOnWireException if they are another wire's
  public static void write(String wire, JsonObject extra, JsonGenerator out) {
    if (areForeign(wire, extra)) {
      throw new UnsupportedOnWireException(
          "the members "
              + members(extra).names()
              + " of a block are of the wire "
              + extra.text(WIRE).orElse("")
              + " and cannot be said over "
              + wire
              + "; remove them from the block");
    }
    members(extra).writeMembers(out);
  }
}
