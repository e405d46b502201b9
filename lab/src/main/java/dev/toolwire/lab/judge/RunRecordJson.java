package dev.toolwire.lab.judge;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import dev.toolwire.json.JsonObject;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The JSON form of a [RunRecord]: its components, and in front of them the version of the form.
final class RunRecordJson {

  private static final int VERSION = 1;

  private static final JsonMapper STRICT =
      JsonObject.MAPPER
          .rebuild()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          // Components only: what `is…` tells follows from them.
          .changeDefaultVisibility(
              visible -> visible.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
          .build();

  private RunRecordJson() {}

  static String write(RunRecord run) {
    ObjectNode json = STRICT.createObjectNode();
    json.put("version", VERSION);
    json.setAll((ObjectNode) STRICT.<JsonNode>valueToTree(run));
    return json.toString();
  }

  static RunRecord read(String line) {
    ObjectNode tree = JsonObject.parse(line).toNode();
    JsonNode version = tree.remove("version");
    if (version == null || !version.isInt() || version.intValue() != VERSION) {
      throw new IllegalArgumentException(
          "not a record of a run of version "
              + VERSION
              + ": its \"version\" is "
              + (version == null ? "missing" : version)
              + "; read it with the Toolwire that wrote it");
    }
    try {
      return STRICT.treeToValue(tree, RunRecord.class);
    } catch (JacksonException broken) {
      throw new IllegalArgumentException(
          "not a record of a run: "
              + broken.getOriginalMessage()
              + ", at "
              + broken.getPathReference(),
          broken);
    }
  }
}
