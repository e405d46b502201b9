package dev.toolwire.wire.converse;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import dev.toolwire.wire.converse.CheckedRequest.Block;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// The input schema of a tool is an object, describes an object, and is itself a valid JSON Schema:
/// of the draft that it names, or of draft 2020-12.
final class SchemaRules {

  private SchemaRules() {}

  /// Made when the first schema comes, as reading the drafts' own schemas takes a while.
  private static final class Drafts {
    static final SchemaRegistry REGISTRY =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            // The path syntax of the service's errors, `$.properties.a`.
            settings ->
                settings.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().pathType(PathType.LEGACY).build()));

    static Schema metaSchema(JsonNode schema) {
      SpecificationVersion draft =
          SpecificationVersion.fromSchemaNode(schema).orElse(SpecificationVersion.DRAFT_2020_12);
      return REGISTRY.getSchema(SchemaLocation.of(draft.getDialectId()));
    }
  }

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
        StrictSchemaRules.check(schema, tool, refuse);
      }
    }
  }

  private static void checkDefinition(JsonNode schema, String at, Consumer<String> refuse) {
    if (PlainSchema.is(schema)) {
      return;
    }
    List<Error> errors = Drafts.metaSchema(schema).validate(schema);
    if (!errors.isEmpty()) {
      refuse.accept(
          "The json schema definition at %s is invalid. Fix the following errors and try again: %s"
              .formatted(
                  at,
                  errors.stream()
                      .map(Error::toString)
                      .distinct()
                      .collect(Collectors.joining("; "))));
    }
  }
}
