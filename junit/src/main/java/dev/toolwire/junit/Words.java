package dev.toolwire.junit;

import tools.jackson.databind.JsonNode;

/// How expectations are said, and when two values are the same to a person.
final class Words {

  private Words() {}

  /// Such as `1 call` and `2 calls`.
  static String of(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  /// Equal, but for how numbers are written.
  static boolean same(JsonNode one, JsonNode other) {
    return one.equals(
        (left, right) ->
            left.isNumber() && right.isNumber()
                ? left.decimalValue().compareTo(right.decimalValue())
                : left.equals(right) ? 0 : 1,
        other);
  }
}
