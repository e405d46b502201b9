package dev.toolwire.wire.chat;

import dev.toolwire.model.Loss;
import dev.toolwire.model.ModelProfile;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ToolChoice;
import dev.toolwire.model.ToolSpec;
import dev.toolwire.model.UnsupportedOnWireException;
import dev.toolwire.wire.Fitting;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/// Writes `tools` and `tool_choice`.
///
/// Chat's other tools stand in a request's `extra` as `{"tools": […]}` and come behind the declared
/// ones; its other choices (`allowed_tools`) as `{"tool_choice": …}`, in place of the request's
/// own.
final class ToolsWriter {

  private final JsonGenerator out;
  private final ModelRequest request;
  private final ModelProfile profile;
  private final Fitting fitting;
  private final Optional<JsonNode> others;

  ToolsWriter(JsonGenerator out, ModelRequest request, ModelProfile profile, Fitting fitting) {
    this.out = out;
    this.request = request;
    this.profile = profile;
    this.fitting = fitting;
    this.others = request.extra().member("tools");
  }

  /// Without tools there may be no choice either: the service refuses one.
  void write() {
    if (request.tools().isEmpty() && others.isEmpty()) {
      return;
    }
    out.writeArrayPropertyStart("tools");
    for (int i = 0; i < request.tools().size(); i++) {
      tool("tools[" + i + "]", request.tools().get(i));
    }
    others.ifPresent(tools -> tools.forEach(out::writeTree));
    out.writeEndArray();
    Optional<JsonNode> given = request.extra().member("tool_choice");
    if (given.isPresent()) {
      out.writeName("tool_choice");
      out.writeTree(given.get());
    } else {
      choice();
    }
  }

  private void tool(String path, ToolSpec spec) {
    out.writeStartObject();
    out.writeStringProperty(ChatWords.TYPE, ChatWords.FUNCTION);
    out.writeObjectPropertyStart(ChatWords.FUNCTION);
    out.writeStringProperty("name", fitting.name(path + ".name", spec.name()).value());
    if (!spec.description().isEmpty()) {
      out.writeStringProperty("description", spec.description());
    }
    out.writeName("parameters");
    spec.inputSchema().write(out);
    if (spec.strict() && profile.strictTools()) {
      out.writeBooleanProperty("strict", true);
    }
    out.writeEndObject();
    out.writeEndObject();
    if (spec.strict() && !profile.strictTools()) {
      fitting.lost(path + ".strict", Loss.Kind.DROPPED, "the model is not known to take it");
    }
    if (spec.eagerInput()) {
      fitting.lost(path + ".eagerInput", Loss.Kind.DROPPED, "Chat has no word for it");
    }
  }

  private void choice() {
    if (!profile.takes(request.toolChoice())) {
      if (request.toolChoice() instanceof ToolChoice.Auto) {
        return;
      }
      throw new UnsupportedOnWireException(
          "the model "
              + request.model()
              + " ("
              + profile.family()
              + ") is not known to take the tool choice "
              + request.toolChoice()
              + "; leave the choice to the model, or describe the model in the catalogue");
    }
    switch (request.toolChoice()) {
      // What servers do unasked, and not all of them know the word.
      case ToolChoice.Auto _ -> {}
      case ToolChoice.Any _ -> out.writeStringProperty("tool_choice", "required");
      case ToolChoice.None _ -> out.writeStringProperty("tool_choice", "none");
      case ToolChoice.Named(var name) -> {
        out.writeObjectPropertyStart("tool_choice");
        out.writeStringProperty(ChatWords.TYPE, ChatWords.FUNCTION);
        out.writeObjectPropertyStart(ChatWords.FUNCTION);
        out.writeStringProperty("name", fitting.name("toolChoice", name).value());
        out.writeEndObject();
        out.writeEndObject();
      }
    }
  }
}
