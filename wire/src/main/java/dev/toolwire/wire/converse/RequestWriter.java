package dev.toolwire.wire.converse;

import dev.toolwire.conversation.Message;
import dev.toolwire.conversation.Role;
import dev.toolwire.conversation.SystemBlock;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.InferenceConfig;
import dev.toolwire.model.ModelProfile;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.wire.Fitting;
import dev.toolwire.wire.RequestBodies;
import dev.toolwire.wire.json.Extra;
import dev.toolwire.wire.json.Leftovers;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/// Writes the body of a request.
final class RequestWriter implements RequestBodies.Writer {

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

  RequestWriter(JsonGenerator out, ModelRequest request, ModelProfile profile, Fitting fitting) {
    this.out = out;
    this.request = request;
    this.blocks = new BlockWriter(out);
    this.portable = new PortableBlocks(fitting, profile);
    this.tools = new ToolConfigWriter(out, request, profile, fitting);
    Extra.requireNone(RESERVED, request.extra());
  }

  @Override
  public void body(RequestBodies.Mark endOfMessages) {
    out.writeStartObject();
    out.writeArrayPropertyStart(MESSAGES);
    messages(0);
    endOfMessages.here(out);
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

  @Override
  public void messages(int first) {
    List<Message> messages = request.conversation().messages();
    for (int i = first; i < messages.size(); i++) {
      message("messages[" + i + "]", messages.get(i));
    }
  }

  private void message(String path, Message message) {
    out.writeStartObject();
    out.writeStringProperty("role", word(message.role()));
    blocks.blocks("content", portable.message(path, message.content()));
    Leftovers.write(BlockReader.WIRE, portable.own(path, message.extra()), out);
    out.writeEndObject();
  }

  private void system() {
    List<SystemBlock> system = portable.system(request.system());
    if (system.isEmpty()) {
      return;
    }
    out.writeArrayPropertyStart(SYSTEM);
    system.forEach(blocks::system);
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
