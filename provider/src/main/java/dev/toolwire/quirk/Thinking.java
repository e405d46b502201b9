package dev.toolwire.quirk;

import dev.toolwire.json.JsonObject;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.Route;
import tools.jackson.databind.node.ObjectNode;

/// Whether a request turns a Claude's thinking on or off, in the `extra` that its wire sends.
enum Thinking {
  ON,
  OFF,
  UNSAID;

  private static final String MEMBER = "thinking";
  private static final String CONVERSE_FIELDS = "additionalModelRequestFields";

  static Thinking in(ModelRequest request, Route route) {
    String type =
        fields(request, route)
            .member(MEMBER)
            .map(thinking -> thinking.path("type").asString(""))
            .orElse("");
    return switch (type) {
      case "" -> UNSAID;
      case "disabled" -> OFF;
      default -> ON;
    };
  }

  /// `request` with thinking turned off.
  static ModelRequest off(ModelRequest request, Route route) {
    JsonObject fields = fields(request, route).with(MEMBER, JsonObject.of("type", "disabled"));
    return request.withExtra(
        route == Route.CONVERSE ? request.extra().with(CONVERSE_FIELDS, fields) : fields);
  }

  private static JsonObject fields(ModelRequest request, Route route) {
    return route != Route.CONVERSE
        ? request.extra()
        : request
            .extra()
            .member(CONVERSE_FIELDS)
            .filter(ObjectNode.class::isInstance)
            .map(ObjectNode.class::cast)
            .map(JsonObject::adopt)
            .orElse(JsonObject.EMPTY);
  }
}
