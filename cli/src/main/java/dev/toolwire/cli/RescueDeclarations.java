package dev.toolwire.cli;

import dev.toolwire.json.JsonObject;
import dev.toolwire.rescue.RescueTool;
import dev.toolwire.rescue.RescueTools;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads the tools that texts may call from JSON, in the spellings of the wires. What was read once
/// is kept, since lines mostly repeat the tools of the line before.
final class RescueDeclarations {

  private static final int MOST_KEPT = 256;
  private static final List<String> SCHEMAS =
      List.of("schema", "inputSchema", "input_schema", "parameters");

  private final Map<JsonNode, RescueTools> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<JsonNode, RescueTools> eldest) {
          return size() > MOST_KEPT;
        }
      };

  /// @throws IllegalArgumentException if this is no array of tools
  RescueTools read(JsonNode declared) {
    var known = kept.get(declared);
    if (known != null) {
      return known;
    }
    if (!declared.isArray()) {
      throw new IllegalArgumentException(
          "tools are %s, expected an array of objects with a name and a schema"
              .formatted(JsonObject.kindOf(declared)));
    }
    var tools = new ArrayList<RescueTool>();
    for (int i = 0; i < declared.size(); i++) {
      tools.add(tool(declared.get(i), i));
    }
    var read = RescueTools.of(tools);
    kept.put(declared, read);
    return read;
  }

  private static RescueTool tool(JsonNode declared, int index) {
    var tool = declared.path("function").isObject() ? declared.path("function") : declared;
    tool = tool.path("toolSpec").isObject() ? tool.path("toolSpec") : tool;
    var name = tool.path("name");
    if (!name.isString()) {
      throw new IllegalArgumentException(
          "the tool at index %d has no name, expected {\"name\", \"schema\"}".formatted(index));
    }
    return new RescueTool(name.stringValue(), schema(tool), true);
  }

  private static JsonObject schema(JsonNode tool) {
    for (var member : SCHEMAS) {
      var schema = tool.path(member);
      schema = schema.path("json").isObject() ? schema.path("json") : schema;
      if (schema instanceof ObjectNode object) {
        return JsonObject.copyOf(object);
      }
    }
    return JsonObject.EMPTY;
  }
}
