package dev.toolwire.lab.scenario;

import dev.toolwire.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// What a JSON Schema says about one place in a value: the schemas that hold there, with references
/// within the document followed and `allOf`, `anyOf` and `oneOf` taken together.
public final class SchemaPlace {

  private static final List<String> COMBINED = List.of("allOf", "anyOf", "oneOf");

  private final JsonNode root;
  private final List<JsonNode> here;

  private SchemaPlace(JsonNode root, Stream<JsonNode> schemas) {
    this.root = root;
    this.here = new ArrayList<>();
    Set<JsonNode> seen = new HashSet<>();
    schemas.forEach(schema -> add(schema, seen));
  }

  /// The place of a whole value.
  public static SchemaPlace of(JsonObject schema) {
    JsonNode root = schema.toNode();
    return new SchemaPlace(root, Stream.of(root));
  }

  private void add(JsonNode schema, Set<JsonNode> seen) {
    if (!schema.isObject() || !seen.add(schema)) {
      return;
    }
    here.add(schema);
    String reference = schema.path("$ref").asString("");
    if (reference.equals("#") || reference.startsWith("#/")) {
      add(root.at(reference.substring(1)), seen);
    }
    for (String keyword : COMBINED) {
      schema.path(keyword).forEach(part -> add(part, seen));
    }
  }

  /// The place of the member `name` of the object that stands here.
  public SchemaPlace member(String name) {
    return new SchemaPlace(
        root,
        here.stream()
            .map(schema ->
                schema.path("properties").has(name)
                    ? schema.path("properties").path(name)
                    : schema.path("additionalProperties")));
  }

  /// The place of the elements of the array that stands here.
  public SchemaPlace element() {
    return new SchemaPlace(root, here.stream().map(schema -> schema.path("items")));
  }

  /// Whether the schema has a member `name` by that name.
  public boolean declares(String name) {
    return here.stream().anyMatch(schema -> schema.path("properties").has(name));
  }

  /// Whether any number may stand here, with a decimal point or without.
  public boolean isNumber() {
    return says("number");
  }

  /// Whether of numbers only whole ones may stand here.
  public boolean isInteger() {
    return says("integer") && !isNumber();
  }

  /// What counts if nothing is said here.
  public Optional<JsonNode> defaultValue() {
    return here.stream()
        .map(schema -> schema.path("default"))
        .filter(value -> !value.isMissingNode())
        .findFirst();
  }

  private boolean says(String type) {
    return here.stream()
        .map(schema -> schema.path("type"))
        .anyMatch(said ->
            said.isArray()
                ? said.valueStream().anyMatch(one -> one.asString("").equals(type))
                : said.asString("").equals(type));
  }
}
