package dev.toolwire.wire.converse;

import dev.toolwire.wire.converse.CheckedRequest.Block;
import dev.toolwire.wire.json.SchemaDefinition;
import dev.toolwire.wire.json.StrictSchema;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/// The input schema of a tool is an object, describes an object, and is itself a valid JSON Schema:
/// of the draft that it names, or of draft 2020-12.
final class SchemaRules {

  private SchemaRules() {}

  static void check(Block tool, Consumer<String> refuse) {
    JsonNode schema = tool.value().path("inputSchema").path("json");
    String at = tool.at() + ".toolSpec.inputSchema";
    if (!schema.isObject()) {
      refuse.accept(ContentRules.notAnObject(at + ".json"));
    } else if (!schema.path("type").asString("").equals("object")) {
      refuse.accept(
          "The value at %s.json.type must be one of the following: object.".formatted(at));
    } else {
      checkDefinition(schema, at, refuse);
      if (tool.value().path("strict").asBoolean(false)) {
        StrictSchema.faults(schema)
            .forEach(fault ->
                refuse.accept(ModelLayer.says("tools." + tool.index() + ".custom: " + fault)));
      }
    }
  }

  private static void checkDefinition(JsonNode schema, String at, Consumer<String> refuse) {
    List<String> faults = SchemaDefinition.faults(schema);
    if (!faults.isEmpty()) {
      refuse.accept(
          "The json schema definition at %s is invalid. Fix the following errors and try again: %s"
              .formatted(at, String.join("; ", faults)));
    }
  }
}
