package dev.toolwire.wire.json;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Whether something is a JSON Schema: of the draft that it names, or of draft 2020-12.
public final class SchemaDefinition {

  private SchemaDefinition() {}

  /// Made when the first schema comes, as reading the drafts' own schemas takes a while.
  private static final class Drafts {
    static final SchemaRegistry REGISTRY =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            // The path syntax of the services' errors, `$.properties.a`.
            settings ->
                settings.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().pathType(PathType.LEGACY).build()));

    static Schema metaSchema(JsonNode schema) {
      SpecificationVersion draft =
          SpecificationVersion.fromSchemaNode(schema).orElse(SpecificationVersion.DRAFT_2020_12);
      return REGISTRY.getSchema(SchemaLocation.of(draft.getDialectId()));
    }
  }

  /// What is wrong with `schema`, such as `$.properties: null found, object expected`; empty if it
  /// is one.
  public static List<String> faults(JsonNode schema) {
    return PlainSchema.is(schema)
        ? List.of()
        : Drafts.metaSchema(schema).validate(schema).stream()
            .map(Error::toString)
            .distinct()
            .toList();
  }
}
