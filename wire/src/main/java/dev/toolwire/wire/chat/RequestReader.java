package dev.toolwire.wire.chat;

import dev.toolwire.conversation.Repair;
import dev.toolwire.conversation.ToolName;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.InferenceConfig;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ToolChoice;
import dev.toolwire.model.ToolSpec;
import dev.toolwire.wire.json.WireObject;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Reads the body of a request that the rules have let through. What has no place in our words,
/// such as custom tools and a choice among some, is kept in the request's `extra`; `"functions":
/// true` says there that the client declares its tools in the form of old.
final class RequestReader {

  private static final Set<String> KNOWN =
      Set.of(
          "model",
          "messages",
          "tools",
          "tool_choice",
          ChatWords.FUNCTIONS,
          ChatWords.FUNCTION_CALL,
          "stream",
          "max_tokens",
          "max_completion_tokens",
          "temperature",
          "top_p",
          "stop");

  private final WireObject body;
  private final List<ToolSpec> tools = new ArrayList<>();
  private final ArrayNode otherTools = JsonNodeFactory.instance.arrayNode();
  private JsonObject extra;

  RequestReader(WireObject body) {
    this.body = body;
    this.extra = body.rest(KNOWN);
  }

  ModelRequest read(ModelId model) {
    MessageReader messages = new MessageReader();
    body.objects("messages").forEach(messages::message);
    body.objects("tools").forEach(this::tool);
    body.objects(ChatWords.FUNCTIONS).forEach(function -> tools.add(spec(function)));
    ToolChoice choice = choice();
    if (!otherTools.isEmpty()) {
      extra = extra.with("tools", otherTools);
    }
    if (body.has(ChatWords.FUNCTIONS)) {
      extra = extra.with(ChatWords.FUNCTIONS, true);
    }
    return new ModelRequest(
        model,
        messages.system(),
        Repair.repair(messages.messages()).conversation(),
        tools,
        choice,
        inference(),
        body.node().path("stream").asBoolean(false),
        extra);
  }

  private void tool(WireObject tool) {
    if (tool.has(ChatWords.FUNCTION)) {
      tools.add(spec(tool.requireObject(ChatWords.FUNCTION)));
    } else {
      otherTools.add(tool.node());
    }
  }

  private static ToolSpec spec(WireObject function) {
    return new ToolSpec(
        new ToolName(function.requireText("name")),
        function.text("description").orElse(""),
        function.object("parameters").map(WireObject::json).orElseGet(ToolRules::noParameters),
        function.node().path("strict").asBoolean(false),
        false);
  }

  private ToolChoice choice() {
    boolean old = !body.has("tool_choice") && body.has(ChatWords.FUNCTION_CALL);
    JsonNode choice = body.find(old ? ChatWords.FUNCTION_CALL : "tool_choice");
    if (choice == null) {
      return ToolChoice.AUTO;
    }
    if (choice.isString()) {
      return switch (choice.stringValue()) {
        case "none" -> ToolChoice.NONE;
        case "required", "any" -> ToolChoice.ANY;
        default -> ToolChoice.AUTO;
      };
    }
    String type = choice.path(ChatWords.TYPE).asString(ChatWords.FUNCTION);
    if (type.equals(ChatWords.FUNCTION)) {
      return new ToolChoice.Named(new ToolName(ToolRules.choiceName(choice)));
    }
    extra = extra.with("tool_choice", choice);
    boolean mustCall =
        type.equals(ChatWords.CUSTOM)
            || choice.path("allowed_tools").path("mode").asString("").equals("required");
    return mustCall ? ToolChoice.ANY : ToolChoice.AUTO;
  }

  private InferenceConfig inference() {
    String limit = body.has("max_completion_tokens") ? "max_completion_tokens" : "max_tokens";
    return new InferenceConfig(
        body.has(limit) ? OptionalInt.of((int) body.number(limit, 1)) : OptionalInt.empty(),
        decimal("temperature"),
        decimal("top_p"),
        stops());
  }

  private OptionalDouble decimal(String member) {
    JsonNode value = body.find(member);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value.doubleValue());
  }

  private List<String> stops() {
    JsonNode stop = body.find("stop");
    if (stop == null) {
      return List.of();
    }
    return stop.isString()
        ? List.of(stop.stringValue())
        : stop.valueStream().map(JsonNode::stringValue).toList();
  }
}
