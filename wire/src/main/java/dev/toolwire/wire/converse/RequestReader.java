package dev.toolwire.wire.converse;

import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.Message;
import dev.toolwire.conversation.Role;
import dev.toolwire.conversation.SystemBlock;
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
import tools.jackson.databind.node.ObjectNode;

/// Reads the body of a request that the rules have let through.
final class RequestReader {

  private static final Set<String> KNOWN =
      Set.of(
          RequestWriter.MESSAGES,
          RequestWriter.SYSTEM,
          RequestWriter.INFERENCE,
          RequestWriter.TOOLS);
  private static final Set<String> MESSAGE = Set.of("role", "content");

  private final WireObject body;
  private final List<ToolSpec> tools = new ArrayList<>();
  private final ArrayNode otherTools = JsonNodeFactory.instance.arrayNode();
  private ToolChoice choice = ToolChoice.AUTO;

  RequestReader(WireObject body) {
    this.body = body;
  }

  ModelRequest read(ModelId model, boolean streaming) {
    Conversation conversation =
        Conversation.of(
            body.objects(RequestWriter.MESSAGES).stream().map(RequestReader::message).toList());
    List<SystemBlock> system =
        body.objects(RequestWriter.SYSTEM).stream().map(BlockReader::system).toList();
    body.object(RequestWriter.TOOLS).ifPresent(this::toolConfig);
    return new ModelRequest(
        model, system, conversation, tools, choice, inference(), streaming, extra());
  }

  private static Message message(WireObject message) {
    return new Message(
        role(message), BlockReader.content(message), message.leftovers(BlockReader.WIRE, MESSAGE));
  }

  /// The role that a message, or the event that begins one, names.
  static Role role(WireObject message) {
    String word = message.requireText("role");
    return switch (word) {
      case "user" -> Role.USER;
      case "assistant" -> Role.ASSISTANT;
      case "system" -> Role.SYSTEM;
      default -> throw message.wrong("the role user, assistant or system", "\"" + word + "\"");
    };
  }

  private void toolConfig(WireObject config) {
    for (WireObject tool : config.objects("tools")) {
      if (tool.only().equals("toolSpec")) {
        tools.add(toolSpec(tool.requireObject("toolSpec")));
      } else {
        otherTools.add(tool.node());
      }
    }
    config.object("toolChoice").ifPresent(union -> choice = choice(union));
  }

  private static ToolSpec toolSpec(WireObject spec) {
    JsonNode strict = spec.find("strict");
    return new ToolSpec(
        new ToolName(spec.requireText("name")),
        spec.text("description").orElse(""),
        spec.requireObject("inputSchema").requireObject("json").json(),
        strict != null && strict.asBoolean(false),
        false);
  }

  private static ToolChoice choice(WireObject union) {
    return switch (union.only()) {
      case "auto" -> ToolChoice.AUTO;
      case "any" -> ToolChoice.ANY;
      case "tool" ->
          new ToolChoice.Named(new ToolName(union.requireObject("tool").requireText("name")));
      default -> throw union.wrong("auto, any or tool", "\"" + union.only() + "\"");
    };
  }

  private InferenceConfig inference() {
    return body.object(RequestWriter.INFERENCE)
        .map(config ->
            new InferenceConfig(
                config.has("maxTokens")
                    ? OptionalInt.of((int) config.number("maxTokens", 1))
                    : OptionalInt.empty(),
                decimal(config, "temperature"),
                decimal(config, "topP"),
                texts(config, "stopSequences")))
        .orElse(InferenceConfig.DEFAULTS);
  }

  private static OptionalDouble decimal(WireObject config, String member) {
    JsonNode value = config.find(member);
    if (value == null) {
      return OptionalDouble.empty();
    }
    if (value.isNumber()) {
      return OptionalDouble.of(value.doubleValue());
    }
    throw config.wrong("a number in \"" + member + "\"", JsonObject.kindOf(value));
  }

  private static List<String> texts(WireObject config, String member) {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : config.elements(member)) {
      texts.add(element.asString(""));
    }
    return texts;
  }

  private JsonObject extra() {
    JsonObject extra = body.rest(KNOWN);
    if (otherTools.isEmpty()) {
      return extra;
    }
    ObjectNode config = otherTools.objectNode();
    config.set("tools", otherTools);
    return extra.with(RequestWriter.TOOLS, config);
  }
}
