package dev.toolwire.fuzz;

import dev.toolwire.json.JsonObject;
import dev.toolwire.rescue.RescueTool;
import dev.toolwire.rescue.RescueTools;
import java.util.List;

/// What hostile texts may call.
final class Targets {

  static final RescueTools TOOLS =
      RescueTools.of(
          List.of(
              new RescueTool(
                  "tide_at",
                  JsonObject.parse(
                      """
                      {"type": "object", "required": ["port"], "properties": {
                        "port": {"type": "string"}, "days": {"type": "integer"},
                        "marks": {"type": "array", "items": {"type": "number"}}}}\
                      """),
                  true),
              new RescueTool("now", JsonObject.EMPTY, true),
              new RescueTool("python", JsonObject.EMPTY, true)));

  private Targets() {}
}
