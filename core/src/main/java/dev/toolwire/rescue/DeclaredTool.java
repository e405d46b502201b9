package dev.toolwire.rescue;

import dev.toolwire.json.JsonObject;
import dev.toolwire.tool.SchemaFit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A declared tool as the readers need it: its parameters, and whether arguments fit them.
final class DeclaredTool {

  private final RescueTool tool;
  private final ObjectNode schema;
  private final SchemaFit fit;

  DeclaredTool(RescueTool tool) {
    this.tool = tool;
    this.schema = tool.inputSchema().toNode();
    this.fit = SchemaFit.to(JsonObject.adopt(SchemaTypes.standard(schema)));
  }

  String name() {
    return tool.name();
  }

  boolean harmless() {
    return tool.harmless();
  }

  boolean fits(ObjectNode arguments) {
    return schema.isEmpty() || fit.fits(arguments);
  }

  /// Whether every argument is a parameter of this tool, as far as it declares any.
  boolean knows(ObjectNode arguments) {
    JsonNode properties = schema.path("properties");
    if (properties.isEmpty()) {
      return arguments.isEmpty() || !schema.has("properties");
    }
    for (String name : arguments.propertyNames()) {
      if (!properties.has(name)) {
        return false;
      }
    }
    return true;
  }

  /// Whether these are the arguments that this tool takes, their types aside: all that it needs,
  /// and none that it does not know.
  boolean takes(ObjectNode arguments) {
    for (JsonNode required : schema.path("required")) {
      if (!arguments.has(required.asString(""))) {
        return false;
      }
    }
    return knows(arguments);
  }

  /// The schema of one parameter; missing if there is none.
  JsonNode parameter(String name) {
    return schema.path("properties").path(name);
  }

  List<String> parameters() {
    return new ArrayList<>(schema.path("properties").propertyNames());
  }

  /// The one parameter of a tool that takes one; null otherwise.
  @Nullable String onlyParameter() {
    List<String> names = parameters();
    return names.size() == 1 ? names.getFirst() : null;
  }

  /// Where a text belongs that is given without a name: the only parameter, if it takes text.
  @Nullable String textParameter() {
    String only = onlyParameter();
    if (only != null) {
      return parameter(only).path("type").asString("string").equals("string") ? only : null;
    }
    String required = null;
    for (JsonNode name : schema.path("required")) {
      if (required != null) {
        return null;
      }
      required = name.asString("");
    }
    return required == null && !parameter("command").isMissingNode() ? "command" : required;
  }
}
