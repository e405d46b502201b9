package dev.toolwire.wire.messages;

import dev.toolwire.conversation.CachePoint;
import dev.toolwire.conversation.Message;
import dev.toolwire.conversation.Opaque;
import dev.toolwire.conversation.Role;
import dev.toolwire.conversation.SystemBlock;
import dev.toolwire.conversation.Text;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.InferenceConfig;
import dev.toolwire.model.Loss;
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
import tools.jackson.databind.JsonNode;

/// Writes the body of a request.
final class RequestWriter implements RequestBodies.Writer {

  static final String MODEL = "model";
  static final String MAX_TOKENS = "max_tokens";
  static final String MESSAGES = "messages";
  static final String SYSTEM = "system";
  static final String STREAM = "stream";
  static final String STOP_SEQUENCES = "stop_sequences";
  static final String TEMPERATURE = "temperature";
  static final String TOP_P = "top_p";

  /// Flags of features; a header of the request, or a member of an InvokeModel body.
  static final String BETAS = "anthropic_beta";

  static final String VERSION = "anthropic_version";

  /// What a [ModelRequest] says elsewhere and so may not say in its `extra`.
  private static final Set<String> RESERVED =
      Set.of(MODEL, MESSAGES, SYSTEM, STREAM, STOP_SEQUENCES, TEMPERATURE, TOP_P, VERSION);

  private static final double HIGHEST_TEMPERATURE = 1.0;

  /// Writes the first members of a body, which depend on the door that it goes by.
  interface Head {
    void write(JsonGenerator out, ModelRequest request, ModelProfile profile);
  }

  /// A way to write bodies.
  record Form(MessagesVersion version, Head head) {

    RequestBodies bodies() {
      return new RequestBodies(
          MessagesCodec::fitting,
          (out, request, profile, fitting) ->
              new RequestWriter(out, request, profile, this, fitting));
    }
  }

  private final JsonGenerator out;
  private final ModelRequest request;
  private final ModelProfile profile;
  private final Form form;
  private final Fitting fitting;
  private final PortableBlocks portable;
  private final BlockWriter blocks;

  RequestWriter(
      JsonGenerator out, ModelRequest request, ModelProfile profile, Form form, Fitting fitting) {
    this.out = out;
    this.request = request;
    this.profile = profile;
    this.form = form;
    this.fitting = fitting;
    this.portable = new PortableBlocks(fitting, form.version(), profile.reasoning());
    this.blocks = new BlockWriter(out);
    Extra.requireNone(RESERVED, request.extra());
  }

  @Override
  public void body(RequestBodies.Mark endOfMessages) {
    out.writeStartObject();
    form.head().write(out, request, profile);
    limit();
    system();
    out.writeArrayPropertyStart(MESSAGES);
    messages(0);
    endOfMessages.here(out);
    out.writeEndArray();
    new ToolsWriter(out, request, profile, fitting).write();
    inference(request.inference());
    request
        .extra()
        .without(ToolsWriter.TOOLS)
        .without(ToolsWriter.CHOICE)
        .without(BETAS)
        .without(MAX_TOKENS)
        .writeMembers(out);
    out.writeEndObject();
  }

  @Override
  public void messages(int first) {
    List<Message> messages = request.conversation().messages();
    messages.subList(0, first).forEach(portable::countAnswers);
    int i = first;
    while (i < messages.size()) {
      i = message(messages, i);
    }
  }

  /// The wire demands a limit. 0 asks to warm the cache, which our words cannot say.
  private void limit() {
    JsonNode warm = request.extra().member(MAX_TOKENS).orElse(null);
    if (warm != null && warm.asInt(-1) != 0) {
      throw new IllegalArgumentException(
          "extra holds a \"" + MAX_TOKENS + "\" that is not 0; set it in the inference config");
    }
    int limit = request.inference().maxTokens().orElse(warm == null ? profile.maxTokens() : 0);
    out.writeNumberProperty(MAX_TOKENS, limit);
  }

  /// Writes the message at `i`, and what the user is made to say after it.
  ///
  /// @return the index of the next
  private int message(List<Message> messages, int i) {
    Message message = messages.get(i);
    String path = "messages[" + i + "]";
    out.writeStartObject();
    out.writeStringProperty("role", word(message.role()));
    out.writeArrayPropertyStart("content");
    portable.message(path, message).forEach(blocks::block);
    JsonObject extra = fitting.own(BlockReader.WIRE, path, message.extra());
    int next = i + 1;
    if (isSystemTurn(messages, next) && !profile.systemTurns()) {
      path = "messages[" + next + "]";
      fitting.lost(path, Loss.Kind.CHANGED, "the model takes no system turn; the user says it");
      portable.message(path, messages.get(next)).forEach(blocks::block);
      next++;
    }
    out.writeEndArray();
    Leftovers.write(BlockReader.WIRE, extra, out);
    out.writeEndObject();
    return next;
  }

  private static boolean isSystemTurn(List<Message> messages, int i) {
    return i < messages.size() && messages.get(i).role() == Role.SYSTEM;
  }

  /// One plain text is written as such, which every server of this wire understands.
  private void system() {
    List<SystemBlock> system = portable.system(request.system());
    if (system.size() == 1
        && system.getFirst() instanceof Text(String text, JsonObject extra)
        && extra.isEmpty()) {
      out.writeStringProperty(SYSTEM, text);
    } else if (!system.isEmpty()) {
      out.writeArrayPropertyStart(SYSTEM);
      for (SystemBlock block : system) {
        switch (block) {
          case Text(String text, JsonObject extra) -> blocks.text(text, extra);
          case Opaque opaque -> blocks.opaque(opaque);
          case CachePoint point -> throw new IllegalArgumentException("marks another: " + point);
        }
      }
      out.writeEndArray();
    }
  }

  private void inference(InferenceConfig config) {
    if (!config.stopSequences().isEmpty()) {
      out.writeArrayPropertyStart(STOP_SEQUENCES);
      config.stopSequences().forEach(out::writeString);
      out.writeEndArray();
    }
    config.temperature().ifPresent(value -> sampling("temperature", TEMPERATURE, value));
    config.topP().ifPresent(value -> sampling("topP", TOP_P, value));
  }

  private void sampling(String part, String member, double value) {
    String path = "inference." + part;
    MessagesVersion version = form.version();
    if (!version.takesSampling() || !profile.sampling()) {
      String who = version.takesSampling() ? "the model" : version.toString();
      fitting.lost(path, Loss.Kind.DROPPED, who + " refuses " + member);
    } else if (value > HIGHEST_TEMPERATURE) {
      fitting.lost(path, Loss.Kind.CHANGED, value + " is sent as " + HIGHEST_TEMPERATURE);
      out.writeNumberProperty(member, HIGHEST_TEMPERATURE);
    } else {
      out.writeNumberProperty(member, value);
    }
  }

  /// The role as the wire writes it.
  static String word(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }
}
