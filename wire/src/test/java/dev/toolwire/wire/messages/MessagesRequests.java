package dev.toolwire.wire.messages;

import dev.toolwire.conversation.Conversation;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.Loss;
import dev.toolwire.model.ModelCatalogue;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.Route;
import dev.toolwire.model.ToolSpec;
import dev.toolwire.wire.Encoding;
import dev.toolwire.wire.Headers;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Requests of the tests, and what of them goes over the wire.
final class MessagesRequests {

  static final URI ENDPOINT = URI.create("https://api.anthropic.com");
  static final ModelId CLAUDE = new ModelId("claude-haiku-4-5");
  static final ModelId NEWEST = new ModelId("claude-opus-4-8");
  static final JsonObject SCHEMA = JsonObject.parse("{\"type\":\"object\",\"properties\":{}}");
  static final ToolSpec CLOCK = new ToolSpec("clock", "Tells the time", SCHEMA);

  private static final MessagesServerCodec SERVER = new MessagesServerCodec();

  private MessagesRequests() {}

  static ModelRequest hello(ModelId model) {
    return ModelRequest.to(model, Conversation.startingWith("hi"));
  }

  /// What the client of the older version makes of a request.
  static Encoding encode(ModelRequest request) {
    return new MessagesCodec(MessagesVersion.V2023_06_01)
        .request(
            ENDPOINT, request, ModelCatalogue.builtIn().profile(request.model(), Route.MESSAGES));
  }

  static JsonObject body(ModelRequest request) {
    return body(encode(request));
  }

  static JsonObject body(Encoding encoding) {
    return JsonObject.parse(new String(encoding.request().body(), StandardCharsets.UTF_8));
  }

  /// What is told as lost, a line each.
  static List<String> lost(ModelRequest request) {
    return lines(encode(request));
  }

  static List<String> lines(Encoding encoding) {
    return encoding.losses().all().stream().map(Loss::toString).toList();
  }

  /// What the server reads in a body of the older version.
  static ModelRequest read(String json) {
    return SERVER.read(
        Headers.of("anthropic-version", "2023-06-01"), json.getBytes(StandardCharsets.UTF_8));
  }

  /// What the server reads in what the client sends.
  static ModelRequest read(ModelRequest request) {
    Encoding encoding = encode(request);
    ModelRequest read = SERVER.read(encoding.request().headers(), encoding.request().body());
    // The limit that the wire demands was not asked for.
    return request.inference().maxTokens().isEmpty() && read.inference().maxTokens().isPresent()
        ? read.withInference(request.inference())
        : read;
  }
}
