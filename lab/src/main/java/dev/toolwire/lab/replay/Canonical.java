package dev.toolwire.lab.replay;

import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// JSON values in a form in which those that mean the same are equal: `1`, `1.0` and `1e0` are one
/// number, and the order of members does not matter to an object's equality anyway.
final class Canonical {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /// Numbers with as many zeros at their end are written with an exponent.
  private static final int PLAIN = 20;

  private Canonical() {}

  static JsonNode of(JsonNode value) {
    return switch (value) {
      case ObjectNode object -> {
        ObjectNode copy = NODES.objectNode();
        object.forEachEntry((name, member) -> copy.set(name, of(member)));
        yield copy;
      }
      case ArrayNode array -> {
        ArrayNode copy = NODES.arrayNode();
        array.forEach(element -> copy.add(of(element)));
        yield copy;
      }
      default -> value.isNumber() ? number(value.decimalValue()) : value;
    };
  }

  private static JsonNode number(BigDecimal value) {
    BigDecimal bare = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    return NODES.numberNode(bare.scale() < 0 && bare.scale() > -PLAIN ? bare.setScale(0) : bare);
  }
}
