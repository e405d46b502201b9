package dev.toolwire.wire.messages;

import dev.toolwire.conversation.ToolName;
import dev.toolwire.model.ToolChoice;
import dev.toolwire.wire.json.SchemaDefinition;
import dev.toolwire.wire.json.StrictSchema;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// What the request says of its tools, and of choosing them.
final class ToolRules {

  private ToolRules() {}

  static void check(CheckedRequest request, Consumer<String> refuse) {
    JsonNode tools = request.body().path("tools");
    Set<String> names = new HashSet<>();
    for (int i = 0; i < tools.size(); i++) {
      JsonNode tool = tools.get(i);
      checkTool(tool, "tools." + i, refuse);
      String name = tool.path("name").asString("");
      if (!name.isEmpty() && !names.add(name)) {
        refuse.accept("tools: Tool names must be unique.");
      }
    }
    checkChoice(request, tools, names, refuse);
  }

  private static void checkTool(JsonNode tool, String at, Consumer<String> refuse) {
    String type = tool.path("type").asString("");
    ShapeRules.check(tool, RequestShapes.tool(type))
        .ifPresent(found -> refuse.accept(at + (found.startsWith("Input ") ? ": " : ".") + found));
    JsonNode schema = tool.path("input_schema");
    if (schema.isObject()) {
      checkSchema(schema, at + ".custom.input_schema", refuse);
      if (tool.path("strict").asBoolean(false)) {
        StrictSchema.faults(schema).forEach(fault -> refuse.accept(at + ".custom: " + fault));
      }
    }
  }

  private static void checkSchema(JsonNode schema, String at, Consumer<String> refuse) {
    if (!schema.has("type")) {
      refuse.accept(at + ".type: Field required");
    } else if (!schema.path("type").asString("").equals("object")) {
      refuse.accept(at + ".type: Input should be 'object'");
    } else if (Stream.of("oneOf", "allOf", "anyOf").anyMatch(schema::has)) {
      refuse.accept(at + ": input_schema does not support oneOf, allOf, or anyOf at the top level");
    } else if (!SchemaDefinition.faults(schema).isEmpty()) {
      refuse.accept(
          at
              + ": JSON schema is invalid. It must match JSON Schema draft 2020-12"
              + " (https://json-schema.org/draft/2020-12). Learn more about tool use at"
              + " https://docs.claude.com/en/docs/tool-use.");
    }
  }

  private static void checkChoice(
      CheckedRequest request, JsonNode tools, Set<String> names, Consumer<String> refuse) {
    String choice = request.toolChoice();
    if (choice.isEmpty()) {
      return;
    }
    String name = request.body().path("tool_choice").path("name").asString("");
    if (tools.isEmpty()) {
      refuse.accept("tool_choice: tool_choice may only be specified while providing tools");
    } else if (choice.equals("tool") && !names.contains(name)) {
      refuse.accept("tool_choice: Tool '" + name + "' not found in provided tools");
    } else if (isRefused(request, choice)) {
      refuse.accept("tool_choice: `" + choice + "` is not supported on this model");
    }
  }

  /// Nothing is known to be refused by a model that nobody has described.
  private static boolean isRefused(CheckedRequest request, String choice) {
    return !request.profile().toolChoices().isEmpty()
        && switch (choice) {
          case "any" -> !request.profile().takes(ToolChoice.ANY);
          case "tool" -> !request.profile().takes(new ToolChoice.Named(new ToolName("any")));
          default -> false;
        };
  }
}
