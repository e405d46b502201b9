package dev.toolwire.wire.messages;

import dev.toolwire.json.JsonObject;
import dev.toolwire.model.Loss;
import dev.toolwire.model.ModelProfile;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ToolChoice;
import dev.toolwire.model.ToolSpec;
import dev.toolwire.model.UnsupportedOnWireException;
import dev.toolwire.wire.Fitting;
import dev.toolwire.wire.json.Extra;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes `tools` and `tool_choice`.
///
/// A request's `extra` may hold both. Of its `tools`, an object that only adds members to a
/// declared one (`{"name": "clock", "defer_loading": true}`) is merged with that; the others, such
/// as tools that Anthropic runs, come behind the declared ones. The members of its `tool_choice`
/// (`disable_parallel_tool_use`) are added to the choice.
final class ToolsWriter {

  static final String TOOLS = "tools";
  static final String CHOICE = "tool_choice";
  static final String ONE_CALL = "disable_parallel_tool_use";
  static final String SCHEMA = "input_schema";

  /// A tool that has one of these is whole.
  private static final Set<String> OF_A_WHOLE = Set.of("type", SCHEMA);

  private final JsonGenerator out;
  private final ModelRequest request;
  private final ModelProfile profile;
  private final Fitting fitting;
  private final Map<String, ObjectNode> additions = new LinkedHashMap<>();
  private final ArrayNode others = JsonNodeFactory.instance.arrayNode();

  ToolsWriter(JsonGenerator out, ModelRequest request, ModelProfile profile, Fitting fitting) {
    this.out = out;
    this.request = request;
    this.profile = profile;
    this.fitting = fitting;
    request.extra().member(TOOLS).ifPresent(this::given);
  }

  private void given(JsonNode tools) {
    if (!tools.isArray()) {
      throw new IllegalArgumentException(
          "extra holds a \""
              + TOOLS
              + "\" that is "
              + JsonObject.kindOf(tools)
              + "; give an array");
    }
    for (JsonNode tool : tools) {
      if (tool instanceof ObjectNode object && isAddition(object)) {
        additions.put(object.path("name").asString(""), object);
      } else {
        others.add(tool);
      }
    }
  }

  private boolean isAddition(ObjectNode tool) {
    String name = tool.path("name").asString("");
    return OF_A_WHOLE.stream().noneMatch(tool::has)
        && request.tools().stream().anyMatch(spec -> spec.name().value().equals(name));
  }

  void write() {
    boolean any = !request.tools().isEmpty() || !others.isEmpty();
    if (any) {
      out.writeArrayPropertyStart(TOOLS);
      for (int i = 0; i < request.tools().size(); i++) {
        tool("tools[" + i + "]", request.tools().get(i));
      }
      others.forEach(out::writeTree);
      out.writeEndArray();
    }
    choice(any);
  }

  private void tool(String path, ToolSpec spec) {
    out.writeStartObject();
    out.writeStringProperty("name", fitting.name(path + ".name", spec.name()).value());
    if (!spec.description().isEmpty()) {
      out.writeStringProperty("description", spec.description());
    }
    out.writeName(SCHEMA);
    spec.inputSchema().write(out);
    if (spec.strict()) {
      out.writeBooleanProperty("strict", true);
    }
    if (spec.eagerInput()) {
      eagerInput(path);
    }
    Optional.ofNullable(additions.get(spec.name().value()))
        .map(JsonObject::copyOf)
        .ifPresent(added -> added.without("name").writeMembers(out));
    out.writeEndObject();
  }

  private void eagerInput(String path) {
    if (profile.eagerInput() == ModelProfile.EagerInput.TOOL) {
      out.writeBooleanProperty("eager_input_streaming", true);
    } else if (profile.eagerInput() == ModelProfile.EagerInput.NONE) {
      fitting.lost(
          path + ".eagerInput",
          Loss.Kind.DROPPED,
          "the model is not known to send input as it is generated");
    } else if (!request.tools().stream().allMatch(ToolSpec::eagerInput)) {
      fitting.lost(
          path + ".eagerInput", Loss.Kind.CHANGED, "it is asked for all tools of the request");
    }
  }

  /// Without tools, a choice is refused; `auto` is what the service does unasked.
  private void choice(boolean anyTools) {
    JsonObject added = Extra.object(request.extra(), CHOICE);
    ToolChoice choice = request.toolChoice();
    boolean said = !(choice instanceof ToolChoice.Auto) || !added.isEmpty();
    if (!said || (choice instanceof ToolChoice.None && !anyTools)) {
      return;
    }
    out.writeObjectPropertyStart(CHOICE);
    switch (choice) {
      case ToolChoice.Auto _ -> type("auto", added);
      case ToolChoice.None _ -> type("none", added);
      case ToolChoice.Any any -> {
        requireTaken(any, "any");
        type("any", added);
      }
      case ToolChoice.Named named -> {
        requireTaken(named, "tool");
        type("tool", added);
        out.writeStringProperty("name", fitting.name("toolChoice", named.name()).value());
      }
    }
    added.without("type").without("name").writeMembers(out);
    out.writeEndObject();
  }

  private void type(String type, JsonObject added) {
    added
        .text("type")
        .filter(other -> !other.equals(type))
        .ifPresent(other -> fitting.lost("extra." + CHOICE, Loss.Kind.DROPPED, "type " + other));
    out.writeStringProperty("type", type);
  }

  private void requireTaken(ToolChoice choice, String word) {
    if (!profile.takes(choice)) {
      throw new UnsupportedOnWireException(
          "the model "
              + request.model()
              + " ("
              + profile.family()
              + ") is not known to take the tool_choice "
              + word
              + "; leave the choice to the model, or describe the model in the catalogue");
    }
  }
}
