package dev.toolwire.rescue;

import dev.toolwire.json.JsonObject;
import java.util.Arrays;
import java.util.List;

/// Tools to be called in tests.
final class Tools {

  /// A port's name, and perhaps a number of days.
  static final String TIDE_SCHEMA =
      """
      {"type": "object", "required": ["port"], "properties":
        {"port": {"type": "string"}, "days": {"type": "integer"}}}\
      """;

  private Tools() {}

  /// Harmless tools without schemas.
  static RescueTools named(String... names) {
    return RescueTools.of(
        Arrays.stream(names).map(name -> new RescueTool(name, JsonObject.EMPTY, true)).toList());
  }

  /// `tide_at`, with its schema.
  static RescueTools tide(boolean harmless) {
    return RescueTools.of(
        List.of(new RescueTool("tide_at", JsonObject.parse(TIDE_SCHEMA), harmless)));
  }
}
