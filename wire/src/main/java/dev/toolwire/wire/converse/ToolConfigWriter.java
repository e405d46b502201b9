package dev.toolwire.wire.converse;

import dev.toolwire.conversation.Message;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.Loss;
import dev.toolwire.model.ModelProfile;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ToolChoice;
import dev.toolwire.model.ToolSpec;
import dev.toolwire.model.UnsupportedOnWireException;
import dev.toolwire.wire.Fitting;
import dev.toolwire.wire.json.Extra;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes `toolConfig`, and what of it has to go into the model's own fields.
///
/// Converse's other tools (`systemTool`, `cachePoint`) stand in a request's `extra` as
/// `{"toolConfig": {"tools": […]}}` and come behind the declared ones.
final class ToolConfigWriter {

  /// Makes Claude send tool input as it is generated; for all tools of a request or none.
  private static final String EAGER_BETA = "fine-grained-tool-streaming-2025-05-14";

  private static final String BETAS = "anthropic_beta";

  private final JsonGenerator out;
  private final ModelRequest request;
  private final ModelProfile profile;
  private final Fitting fitting;
  private final JsonObject others;

  ToolConfigWriter(JsonGenerator out, ModelRequest request, ModelProfile profile, Fitting fitting) {
    this.out = out;
    this.request = request;
    this.profile = profile;
    this.fitting = fitting;
    this.others = Extra.object(request.extra(), RequestWriter.TOOLS);
  }

  void write() {
    if (isOmitted()) {
      return;
    }
    out.writeObjectPropertyStart(RequestWriter.TOOLS);
    out.writeArrayPropertyStart("tools");
    for (int i = 0; i < request.tools().size(); i++) {
      tool("tools[" + i + "]", request.tools().get(i));
    }
    others.member("tools").ifPresent(tools -> tools.forEach(out::writeTree));
    out.writeEndArray();
    choice();
    others.without("tools").writeMembers(out);
    out.writeEndObject();
  }

  /// Converse has no word for "use no tool". Without tools in the history they are withheld; with
  /// them `toolConfig` must stay ("The toolConfig field must be defined when using toolUse and
  /// toolResult content blocks"), and the model may still choose.
  private boolean isOmitted() {
    boolean nothing = request.tools().isEmpty() && others.isEmpty();
    boolean unwanted = request.toolChoice() instanceof ToolChoice.None && !historyHasTools();
    return nothing || unwanted;
  }

  private boolean historyHasTools() {
    return request.conversation().messages().stream()
        .map(Message::content)
        .anyMatch(content ->
            content.stream()
                .anyMatch(block -> block instanceof ToolUse || block instanceof ToolResult));
  }

  private void tool(String path, ToolSpec spec) {
    out.writeStartObject();
    out.writeObjectPropertyStart("toolSpec");
    out.writeStringProperty("name", fitting.name(path + ".name", spec.name()).value());
    if (!spec.description().isEmpty()) {
      out.writeStringProperty("description", spec.description());
    }
    out.writeObjectPropertyStart("inputSchema");
    out.writeName("json");
    spec.inputSchema().write(out);
    out.writeEndObject();
    if (spec.strict()) {
      out.writeBooleanProperty("strict", true);
    }
    out.writeEndObject();
    out.writeEndObject();
  }

  private void choice() {
    switch (request.toolChoice()) {
      // `auto` is what the service does unasked, and some models refuse to be told so.
      case ToolChoice.Auto _ -> {}
      case ToolChoice.None _ ->
          fitting.lost(
              "toolChoice",
              Loss.Kind.CHANGED,
              "Converse has no word for none, and the history needs its tools; the model may still"
                  + " choose");
      case ToolChoice.Any any -> {
        requireTaken(any, "any");
        out.writeObjectPropertyStart("toolChoice");
        out.writeObjectPropertyStart("any");
        out.writeEndObject();
        out.writeEndObject();
      }
      case ToolChoice.Named named -> {
        requireTaken(named, "tool");
        out.writeObjectPropertyStart("toolChoice");
        out.writeObjectPropertyStart("tool");
        out.writeStringProperty("name", fitting.name("toolChoice", named.name()).value());
        out.writeEndObject();
        out.writeEndObject();
      }
    }
  }

  private void requireTaken(ToolChoice choice, String word) {
    if (!profile.takes(choice)) {
      throw new UnsupportedOnWireException(
          "the model "
              + request.model()
              + " ("
              + profile.family()
              + ") is not known to take toolChoice."
              + word
              + "; leave the choice to the model, or describe the model in the catalogue");
    }
  }

  /// The request's `additionalModelRequestFields`, with the beta that eager tool input needs.
  JsonObject modelFields() {
    JsonObject fields = Extra.object(request.extra(), RequestWriter.MODEL_FIELDS);
    if (request.tools().stream().noneMatch(ToolSpec::eagerInput)) {
      return fields;
    }
    if (profile.eagerInput() != ModelProfile.EagerInput.REQUEST) {
      eager(Loss.Kind.DROPPED, "the model is not known to send input as it is generated");
      return fields;
    }
    if (!request.tools().stream().allMatch(ToolSpec::eagerInput)) {
      eager(Loss.Kind.CHANGED, "Converse says it for all tools of a request");
    }
    ObjectNode merged = fields.toNode();
    ArrayNode betas = merged.arrayNode();
    JsonNode given = merged.path(BETAS);
    if (given.isArray()) {
      given.forEach(betas::add);
    } else if (!given.isMissingNode()) {
      betas.add(given);
    }
    if (betas.valueStream().noneMatch(beta -> EAGER_BETA.equals(beta.asString("")))) {
      betas.add(EAGER_BETA);
    }
    merged.set(BETAS, betas);
    return JsonObject.adopt(merged);
  }

  private void eager(Loss.Kind kind, String detail) {
    for (int i = 0; i < request.tools().size(); i++) {
      if (request.tools().get(i).eagerInput()) {
        fitting.lost("tools[" + i + "].eagerInput", kind, detail);
      }
    }
  }
}
