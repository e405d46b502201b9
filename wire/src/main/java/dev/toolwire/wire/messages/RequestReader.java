package dev.toolwire.wire.messages;

import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.Message;
import dev.toolwire.conversation.Role;
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

/// Reads the body of a request that the rules have let through. Neighbours of one role are merged.
final class RequestReader {

  private static final Set<String> KNOWN =
      Set.of(
          RequestWriter.MODEL,
          RequestWriter.MAX_TOKENS,
          RequestWriter.MESSAGES,
          RequestWriter.SYSTEM,
          RequestWriter.STREAM,
          RequestWriter.STOP_SEQUENCES,
          RequestWriter.TEMPERATURE,
          RequestWriter.TOP_P,
          RequestWriter.VERSION,
          ToolsWriter.TOOLS,
          ToolsWriter.CHOICE);
  private static final Set<String> TOOL =
      Set.of("type", "name", "description", ToolsWriter.SCHEMA, "strict", "eager_input_streaming");
  private static final Set<String> CHOICE = Set.of("type", "name");

  private final WireObject body;
  private final List<ToolSpec> tools = new ArrayList<>();
  private final ArrayNode otherTools = JsonNodeFactory.instance.arrayNode();

  RequestReader(WireObject body) {
    this.body = body;
  }

  ModelRequest read(ModelId model, boolean streaming) {
    body.objects(ToolsWriter.TOOLS).forEach(this::tool);
    return new ModelRequest(
        model,
        BlockReader.system(body),
        conversation(),
        tools,
        choice(),
        inference(),
        streaming,
        extra());
  }

  private Conversation conversation() {
    List<Message> messages = new ArrayList<>();
    for (WireObject message : body.objects(RequestWriter.MESSAGES)) {
      Role role = role(message.requireText("role"));
      List<ContentBlock> content = new ArrayList<>();
      if (!messages.isEmpty() && messages.getLast().role() == role) {
        content.addAll(messages.removeLast().content());
      }
      content.addAll(BlockReader.content(message));
      if (!content.isEmpty()) {
        messages.add(new Message(role, content));
      }
    }
    return Conversation.of(messages);
  }

  private static Role role(String word) {
    return switch (word) {
      case "assistant" -> Role.ASSISTANT;
      case "system" -> Role.SYSTEM;
      default -> Role.USER;
    };
  }

  /// A tool of the caller's becomes a [ToolSpec]; what that has no place for is kept beside it, as
  /// is a tool that Anthropic defines ([ToolsWriter]).
  private void tool(WireObject tool) {
    String type = tool.text("type").orElse("custom");
    String name = tool.text("name").orElse("");
    if (!type.equals("custom") || name.length() > 64) {
      otherTools.add(tool.node());
      return;
    }
    tools.add(
        new ToolSpec(
            new ToolName(name),
            tool.text("description").orElse(""),
            tool.requireObject(ToolsWriter.SCHEMA).json(),
            tool.isTrue("strict"),
            tool.isTrue("eager_input_streaming")));
    JsonObject rest = tool.restWithoutNulls(TOOL);
    JsonObject refused =
        tool.has("eager_input_streaming") && !tool.isTrue("eager_input_streaming")
            ? rest.with("eager_input_streaming", false)
            : rest;
    if (!refused.isEmpty()) {
      otherTools.add(refused.with("name", name).toNode());
    }
  }

  private ToolChoice choice() {
    return body.object(ToolsWriter.CHOICE)
        .map(choice ->
            switch (choice.requireText("type")) {
              case "any" -> ToolChoice.ANY;
              case "none" -> ToolChoice.NONE;
              case "tool" -> new ToolChoice.Named(new ToolName(choice.requireText("name")));
              default -> ToolChoice.AUTO;
            })
        .orElse(ToolChoice.AUTO);
  }

  /// A limit of 0 asks to warm the cache and nothing else; our words have none, so it is kept
  /// aside.
  private InferenceConfig inference() {
    long limit = body.number(RequestWriter.MAX_TOKENS, 0);
    List<String> stops = new ArrayList<>();
    body.elements(RequestWriter.STOP_SEQUENCES).forEach(stop -> stops.add(stop.asString("")));
    return new InferenceConfig(
        limit == 0 ? OptionalInt.empty() : OptionalInt.of((int) limit),
        decimal(RequestWriter.TEMPERATURE),
        decimal(RequestWriter.TOP_P),
        stops);
  }

  private OptionalDouble decimal(String member) {
    JsonNode value = body.find(member);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value.doubleValue());
  }

  private JsonObject extra() {
    JsonObject extra = body.rest(KNOWN);
    if (!otherTools.isEmpty()) {
      extra = extra.with(ToolsWriter.TOOLS, otherTools);
    }
    JsonObject choice =
        body.object(ToolsWriter.CHOICE).map(given -> given.rest(CHOICE)).orElse(JsonObject.EMPTY);
    if (!choice.isEmpty()) {
      extra = extra.with(ToolsWriter.CHOICE, choice);
    }
    if (body.number(RequestWriter.MAX_TOKENS, 1) == 0) {
      extra = extra.with(RequestWriter.MAX_TOKENS, 0);
    }
    return extra;
  }
}
