package dev.toolwire.wire.chat;

import dev.toolwire.conversation.Message;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.InferenceConfig;
import dev.toolwire.model.Loss;
import dev.toolwire.model.ModelProfile;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.wire.Fitting;
import dev.toolwire.wire.RequestBodies;
import dev.toolwire.wire.json.Extra;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/// Writes the body of a request.
final class RequestWriter implements RequestBodies.Writer {

  static final int MAX_STOPS = 4;

  /// What a [ModelRequest] says elsewhere and so may not say in its `extra`.
  private static final Set<String> RESERVED = Set.of("model", "messages", "stream");

  private final JsonGenerator out;
  private final ModelRequest request;
  private final ModelProfile profile;
  private final ChatOptions options;
  private final Fitting fitting;
  private final MessageWriter messages;

  RequestWriter(
      JsonGenerator out,
      ModelRequest request,
      ModelProfile profile,
      ChatOptions options,
      Fitting fitting) {
    this.out = out;
    this.request = request;
    this.profile = profile;
    this.options = options;
    this.fitting = fitting;
    this.messages = new MessageWriter(out, profile, options, fitting);
    Extra.requireNone(RESERVED, request.extra());
  }

  @Override
  public void body(RequestBodies.Mark endOfMessages) {
    out.writeStartObject();
    out.writeStringProperty("model", request.model().value());
    out.writeArrayPropertyStart("messages");
    messages.system(request.system());
    messages(0);
    endOfMessages.here(out);
    out.writeEndArray();
    new ToolsWriter(out, request, profile, fitting).write();
    inference(request.inference());
    if (request.streaming()) {
      out.writeBooleanProperty("stream", true);
      streamOptions();
    }
    request
        .extra()
        .without("tools")
        .without("tool_choice")
        .without(ChatWords.FUNCTIONS)
        .without(ChatWords.STREAM_OPTIONS)
        .writeMembers(out);
    out.writeEndObject();
  }

  @Override
  public void messages(int first) {
    List<Message> said = request.conversation().messages();
    for (int i = first; i < said.size(); i++) {
      messages.message("messages[" + i + "]", said.get(i));
    }
  }

  private void streamOptions() {
    JsonObject given = Extra.object(request.extra(), ChatWords.STREAM_OPTIONS);
    boolean ask = options.streamUsage() && given.member("include_usage").isEmpty();
    if (ask || !given.isEmpty()) {
      out.writeObjectPropertyStart(ChatWords.STREAM_OPTIONS);
      if (ask) {
        out.writeBooleanProperty("include_usage", true);
      }
      given.writeMembers(out);
      out.writeEndObject();
    }
  }

  private void inference(InferenceConfig config) {
    String limit = profile.completionTokens() ? "max_completion_tokens" : "max_tokens";
    config.maxTokens().ifPresent(tokens -> out.writeNumberProperty(limit, tokens));
    config.temperature().ifPresent(value -> sampling("temperature", "temperature", value));
    config.topP().ifPresent(value -> sampling("topP", "top_p", value));
    stops(config.stopSequences());
  }

  private void sampling(String name, String member, double value) {
    if (profile.sampling()) {
      out.writeNumberProperty(member, value);
    } else {
      fitting.lost("inference." + name, Loss.Kind.DROPPED, "the model refuses it");
    }
  }

  private void stops(List<String> stops) {
    if (stops.isEmpty()) {
      return;
    }
    if (!profile.stopSequences()) {
      fitting.lost("inference.stopSequences", Loss.Kind.DROPPED, "the model refuses them");
      return;
    }
    if (stops.size() > MAX_STOPS) {
      fitting.lost(
          "inference.stopSequences",
          Loss.Kind.DROPPED,
          "Chat takes " + MAX_STOPS + "; the last " + (stops.size() - MAX_STOPS) + " are left out");
    }
    out.writeArrayPropertyStart("stop");
    stops.stream().limit(MAX_STOPS).forEach(out::writeString);
    out.writeEndArray();
  }
}
