package dev.toolwire.conversation;

import dev.toolwire.json.JsonObject;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Structured data in a tool result. Always an object: Bedrock refuses arrays and scalars there
/// (Converse, `toolResult.content.json`).
public record Json(JsonObject value) implements ResultBlock {

  /// `value` itself if it is an object, else `{"result": value}`.
  public static Json of(JsonNode value) {
    return new Json(
        value instanceof ObjectNode object
            ? JsonObject.copyOf(object)
            : JsonObject.of("result", value));
  }
}
