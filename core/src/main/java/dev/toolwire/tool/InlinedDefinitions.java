package dev.toolwire.tool;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A schema with its `$defs` put where they are used, for models and providers read those better;
/// only a definition that leads back to itself stays behind a `$ref`.
final class InlinedDefinitions {

  /// What references to definitions begin with.
  static final String PREFIX = "#/$defs/";

  private final ObjectNode definitions;
  private final Set<String> kept = new HashSet<>();

  private InlinedDefinitions(ObjectNode definitions) {
    this.definitions = definitions;
  }

  /// `schema`, changed in place.
  static ObjectNode in(ObjectNode schema) {
    if (!(schema.remove("$defs") instanceof ObjectNode definitions)) {
      return schema;
    }
    InlinedDefinitions inlining = new InlinedDefinitions(definitions);
    inlining.inline(schema);
    ObjectNode recursive = schema.objectNode();
    for (Map.Entry<String, JsonNode> definition : definitions.properties()) {
      if (inlining.isRecursive(definition.getKey())) {
        inlining.inline(definition.getValue());
        recursive.set(definition.getKey(), definition.getValue());
      }
    }
    recursive.retain(inlining.kept);
    if (!recursive.isEmpty()) {
      schema.set("$defs", recursive);
    }
    return schema;
  }

  private void inline(JsonNode node) {
    if (node instanceof ObjectNode object) {
      String name = target(object);
      if (!name.isEmpty() && isRecursive(name)) {
        kept.add(name);
      } else if (!name.isEmpty()) {
        object.remove("$ref");
        ObjectNode own = object.deepCopy();
        object.removeAll();
        object.setAll((ObjectNode) definitions.path(name).deepCopy());
        object.setAll(own);
      }
    }
    node.forEach(this::inline);
  }

  private boolean isRecursive(String name) {
    return reaches(definitions.path(name), name, new HashSet<>());
  }

  private boolean reaches(JsonNode node, String name, Set<String> seen) {
    String target = target(node);
    if (target.equals(name)) {
      return true;
    }
    if (!target.isEmpty() && seen.add(target) && reaches(definitions.path(target), name, seen)) {
      return true;
    }
    return node.valueStream().anyMatch(child -> reaches(child, name, seen));
  }

  private static String target(JsonNode node) {
    String ref = node.path("$ref").asString("");
    return ref.startsWith(PREFIX) ? ref.substring(PREFIX.length()) : "";
  }
}
