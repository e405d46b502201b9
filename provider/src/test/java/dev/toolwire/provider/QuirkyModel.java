package dev.toolwire.provider;

import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.Message;
import dev.toolwire.conversation.ResultBlock;
import dev.toolwire.conversation.Role;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.json.JsonObject;
import dev.toolwire.json.JsonText;
import dev.toolwire.model.LossPolicy;
import dev.toolwire.model.Model;
import dev.toolwire.model.ModelCatalogue;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.Reply;
import dev.toolwire.model.ToolSpec;
import dev.toolwire.wire.WireRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A model on Converse with whatever peculiarities a test gives it, and what it was sent. It always
/// calls `top_song`.
final class QuirkyModel {

  static final ModelId ID = new ModelId("quirky");
  static final JsonObject SCHEMA = JsonObject.of("type", "object");
  static final ModelRequest HELLO =
      ModelRequest.to(ID, Conversation.startingWith("Hi")).withStreaming(false);
  static final ModelRequest WITH_TOOL =
      HELLO.withTools(List.of(new ToolSpec("top-song", "", SCHEMA)));

  private static final String TOOL_USE =
      "{\"output\":{\"message\":{\"role\":\"assistant\",\"content\":[{\"toolUse\":"
          + "{\"toolUseId\":\"a1B2c3D4e\",\"name\":\"top_song\",\"input\":{}}}]}},"
          + "\"stopReason\":\"tool_use\",\"usage\":{\"inputTokens\":3,\"outputTokens\":2,"
          + "\"totalTokens\":5},\"metrics\":{\"latencyMs\":0}}";

  final List<WireRequest> requests = new ArrayList<>();

  /// The losses that were told, a line each.
  final List<String> lost = new ArrayList<>();

  /// Asks a model whose row in the catalogue has these members.
  Reply open(String members, ModelRequest request) {
    LossPolicy listening = (_, losses) -> losses.forEach(loss -> lost.add(loss.toString()));
    return model(members, listening).open(request).reply();
  }

  Model model(String members, LossPolicy losses) {
    ModelCatalogue catalogue =
        ModelCatalogue.builtIn()
            .with(
                JsonText.read(
                    "{\"models\":[{\"family\":\"Quirky\",\"ids\":[\"quirky\"]," + members + "}]}"),
                "test");
    return Bedrock.at(new BedrockEndpoint(URI.create("http://127.0.0.1:1"), "us-east-1"))
        .withBearerKey("key")
        .converse()
        .withCatalogue(catalogue)
        .withLosses(losses)
        .over(
            CannedTransport.answering(
                requests::add, _ -> TOOL_USE.getBytes(StandardCharsets.UTF_8)));
  }

  /// The body of the first request.
  String sent() {
    return new String(requests.getFirst().body(), StandardCharsets.UTF_8);
  }

  /// A conversation in which the tool was called, and answered with this.
  static Conversation asked(String id, ResultBlock... result) {
    return Conversation.startingWith("Hi")
        .exchange(
            new Message(Role.ASSISTANT, List.of(ToolUse.of(id, "top-song", JsonObject.EMPTY))),
            List.of(ToolResult.success(new ToolUseId(id), result)));
  }
}
