package dev.toolwire.wire.converse;

import dev.toolwire.conversation.Message;
import dev.toolwire.conversation.Role;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.InferenceConfig;
import dev.toolwire.model.ModelProfile;
import dev.toolwire.model.ModelRequest;
import java.util.Locale;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/// Writes the body of a request.
final class RequestWriter {

  static final String MESSAGES = "messages";
  static final String SYSTEM = "system";
  static final String INFERENCE = "inferenceConfig";
  static final String TOOLS = "toolConfig";
  static final String MODEL_FIELDS = "additionalModelRequestFields";

  /// What a [ModelRequest] says elsewhere and so may not say in its `extra`.
  private static final Set<String> RESERVED = Set.of(MESSAGES, SYSTEM, INFERENCE);

  private final JsonGenerator out;
  private final ModelRequest request;
  private final BlockWriter blocks;
  private final PortableBlocks portable;
  private final ToolConfigWriter tools;

  RequestWriter(JsonGenerator out, ModelRequest request, ModelProfile profile) {
    this.out = out;
    this.request = request;
    this.blocks = new BlockWriter(out);
    this.portable = new PortableBlocks(profile.resultStatus());
    this.tools = new ToolConfigWriter(out, request, profile);
    for (String member : request.extra().names()) {
      if (RESERVED.contains(member)) {
        throw new IllegalArgumentException(
            "extra holds \""
                + member
                + "\", which the request has a part of its own for; use that");
      }
    }
  }

  void write() {
    out.writeStartObject();
    out.writeArrayPropertyStart(MESSAGES);
    request.conversation().messages().forEach(this::message);
    out.writeEndArray();
    system();
    inference(request.inference());
    tools.write();
    JsonObject fields = tools.modelFields();
    if (!fields.isEmpty()) {
      out.writeName(MODEL_FIELDS);
      fields.write(out);
    }
    request.extra().without(TOOLS).without(MODEL_FIELDS).writeMembers(out);
    out.writeEndObject();
  }

  private void message(Message message) {
    out.writeStartObject();
    out.writeStringProperty("role", word(message.role()));
    blocks.blocks("content", message.content().stream().map(portable::fit).toList());
    message.extra().writeMembers(out);
    out.writeEndObject();
  }

  private void system() {
    if (request.system().isEmpty()) {
      return;
    }
    out.writeArrayPropertyStart(SYSTEM);
    request.system().forEach(blocks::system);
    out.writeEndArray();
  }

  private void inference(InferenceConfig config) {
    if (config.equals(InferenceConfig.DEFAULTS)) {
      return;
    }
    out.writeObjectPropertyStart(INFERENCE);
    config.maxTokens().ifPresent(tokens -> out.writeNumberProperty("maxTokens", tokens));
    config.temperature().ifPresent(value -> out.writeNumberProperty("temperature", value));
    config.topP().ifPresent(value -> out.writeNumberProperty("topP", value));
    if (!config.stopSequences().isEmpty()) {
      out.writeArrayPropertyStart("stopSequences");
      config.stopSequences().forEach(out::writeString);
      out.writeEndArray();
    }
    out.writeEndObject();
  }

  /// The role as the wire writes it.
  static String word(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }
}
