package dev.toolwire.wire.chat;

import dev.toolwire.json.JsonObject;
import dev.toolwire.wire.json.SchemaDefinition;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What the service checks of `tools`, `functions` and the choice among them.
final class ToolRules {

  static final int MAX_TOOLS = 128;
  static final int MAX_NAME = 64;
  private static final String NAME = "^[a-zA-Z0-9_-]+$";
  private static final Set<String> CHOICES = Set.of("none", "auto", "required", "any");

  private ToolRules() {}

  static Optional<Refusal> check(ObjectNode body) {
    return RequestRules.first(
        List.of(
            () -> tools(body.path("tools"), "tools"),
            () -> tools(body.path("functions"), "functions"),
            () -> choice(body),
            () -> parallel(body)));
  }

  private static boolean isAbsent(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }

  private static Optional<Refusal> tools(JsonNode tools, String member) {
    if (isAbsent(tools)) {
      return Refusals.none();
    }
    if (!tools.isArray()) {
      return Refusals.type(member, "an array of objects", tools);
    }
    if (tools.isEmpty()) {
      return Refusals.empty(member);
    }
    if (tools.size() > MAX_TOOLS) {
      return Refusals.tooMany(member, MAX_TOOLS, tools.size());
    }
    for (int i = 0; i < tools.size(); i++) {
      String path = member + "[" + i + "]";
      JsonNode tool = tools.get(i);
      Optional<Refusal> refusal = member.equals("tools") ? tool(path, tool) : function(path, tool);
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Refusals.none();
  }

  private static Optional<Refusal> tool(String path, JsonNode tool) {
    if (!tool.isObject()) {
      return Refusals.type(path, "an object", tool);
    }
    String type = tool.path(ChatWords.TYPE).asString("");
    return switch (type) {
      case "" -> Refusals.missing(path + ".type");
      case ChatWords.FUNCTION, ChatWords.CUSTOM ->
          tool.path(type).isObject()
              ? function(path + "." + type, tool.path(type))
              : Refusals.missing(path + "." + type);
      default ->
          Refusals.because(
              "Invalid value: '" + type + "'. Supported values are: 'function' and 'custom'.",
              path + ".type",
              "invalid_value");
    };
  }

  private static Optional<Refusal> function(String path, JsonNode function) {
    String name = function.path("name").asString("");
    if (name.isEmpty()) {
      return Refusals.missing(path + ".name");
    }
    if (name.length() > MAX_NAME) {
      return Refusals.tooLong(path + ".name", MAX_NAME, name.length());
    }
    if (!name.matches(NAME)) {
      return Refusals.pattern(path + ".name", NAME);
    }
    return schema(path, name, function);
  }

  private static Optional<Refusal> schema(String path, String name, JsonNode function) {
    JsonNode schema = function.path("parameters");
    if (isAbsent(schema)) {
      return Refusals.none();
    }
    String type = schema.path("type").isString() ? schema.path("type").stringValue() : "None";
    if (!type.equals("object")) {
      return invalid(
          path,
          name,
          "schema must be a JSON Schema of 'type: \"object\"', got 'type: \"" + type + "\"'.");
    }
    List<String> faults = SchemaDefinition.faults(schema);
    if (!faults.isEmpty()) {
      return invalid(path, name, faults.getFirst() + ".");
    }
    return function.path("strict").asBoolean(false)
        ? StrictRules.check(schema).flatMap(wrong -> invalid(path, name, wrong))
        : Refusals.none();
  }

  private static Optional<Refusal> invalid(String path, String name, String why) {
    return Refusals.because(
        "Invalid schema for function '" + name + "': " + why,
        path + ".parameters",
        "invalid_function_parameters");
  }

  private static Optional<Refusal> choice(ObjectNode body) {
    JsonNode choice = body.path("tool_choice");
    if (isAbsent(choice)) {
      return Refusals.none();
    }
    if (isAbsent(body.path("tools"))) {
      return Refusals.because(
          "Invalid value for 'tool_choice': 'tool_choice' is only allowed when 'tools' are"
              + " specified.",
          "tool_choice",
          "");
    }
    if (choice.isString()) {
      return CHOICES.contains(choice.stringValue())
          ? Refusals.none()
          : Refusals.because(
              "Invalid value: '"
                  + choice.stringValue()
                  + "'. Supported values are: 'none', 'auto', and 'required'.",
              "tool_choice",
              "invalid_value");
    }
    return choice.isObject()
        ? named(choice, body.path("tools"))
        : Refusals.type("tool_choice", "a string or an object", choice);
  }

  private static Optional<Refusal> named(JsonNode choice, JsonNode tools) {
    String type = choice.path(ChatWords.TYPE).asString("");
    if (type.equals("allowed_tools")) {
      return Refusals.none();
    }
    String name = choiceName(choice);
    boolean known =
        tools
            .valueStream()
            .anyMatch(tool ->
                tool.path(tool.path(ChatWords.TYPE).asString(""))
                    .path("name")
                    .asString("")
                    .equals(name));
    return known
        ? Refusals.none()
        : Refusals.because(
            "Invalid value for 'tool_choice': no tool named '"
                + name
                + "' was specified in 'tools'.",
            "tool_choice",
            "");
  }

  /// The tool that a choice names, in its own object or, as another API writes it, beside the type.
  static String choiceName(JsonNode choice) {
    JsonNode body = choice.path(choice.path(ChatWords.TYPE).asString(""));
    return (body.isObject() ? body : choice).path("name").asString("");
  }

  private static Optional<Refusal> parallel(ObjectNode body) {
    return body.hasNonNull("parallel_tool_calls") && isAbsent(body.path("tools"))
        ? Refusals.because(
            "Invalid value for 'parallel_tool_calls': 'parallel_tool_calls' is only allowed when"
                + " 'tools' are specified.",
            "parallel_tool_calls",
            "")
        : Refusals.none();
  }

  /// The schema of a function without parameters.
  static JsonObject noParameters() {
    return JsonObject.of(ChatWords.TYPE, "object").with("properties", JsonObject.EMPTY);
  }
}
