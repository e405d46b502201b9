package dev.toolwire.loop;

import dev.toolwire.json.JsonObject;
import dev.toolwire.model.ModelRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The JSON form of a [LoopState]: its members, and in front of them the version of the form.
final class LoopStateJson {

  private static final int VERSION = 1;

  private static final JsonMapper STRICT =
      JsonObject.MAPPER
          .rebuild()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  private LoopStateJson() {}

  /// The members beside the version.
  private record Body(ModelRequest request, LoopState.Pending pending, LoopState.Spent spent) {}

  static String write(LoopState state) {
    ObjectNode json = STRICT.createObjectNode();
    json.put("version", VERSION);
    json.setAll(
        (ObjectNode)
            STRICT.<JsonNode>valueToTree(
                new Body(state.request(), state.pending(), state.spent())));
    return json.toString();
  }

  static LoopState read(String json) {
    ObjectNode tree = JsonObject.parse(json).toNode();
    JsonNode version = tree.remove("version");
    if (version == null || !version.isInt() || version.intValue() != VERSION) {
      throw new IllegalArgumentException(
          "not a loop state of version "
              + VERSION
              + ": its \"version\" is "
              + (version == null ? "missing" : version)
              + "; read it with the Toolwire that wrote it");
    }
    try {
      Body body = STRICT.treeToValue(tree, Body.class);
      return new LoopState(body.request(), body.pending(), body.spent());
    } catch (JacksonException broken) {
      throw new IllegalArgumentException(
          "not a loop state: " + broken.getOriginalMessage() + ", at " + broken.getPathReference(),
          broken);
    }
  }
}
