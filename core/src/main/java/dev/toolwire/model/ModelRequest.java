package dev.toolwire.model;

import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.SystemBlock;
import dev.toolwire.conversation.Text;
import dev.toolwire.json.JsonObject;
import java.util.List;

/// Everything a model is sent. Immutable; start with [#to].
///
/// @param extra members for the top level of the wire's request body as they stand there, such as
///   Converse's `additionalModelRequestFields` or `guardrailConfig`; a wire that does not know a
///   member may refuse it
public record ModelRequest(
    ModelId model,
    List<SystemBlock> system,
    Conversation conversation,
    List<ToolSpec> tools,
    ToolChoice toolChoice,
    InferenceConfig inference,
    boolean streaming,
    JsonObject extra) {

  public ModelRequest {
    system = List.copyOf(system);
    tools = List.copyOf(tools);
  }

  /// A streaming request without system prompt or tools.
  public static ModelRequest to(ModelId model, Conversation conversation) {
    return new ModelRequest(
        model,
        List.of(),
        conversation,
        List.of(),
        ToolChoice.AUTO,
        InferenceConfig.DEFAULTS,
        true,
        JsonObject.EMPTY);
  }

  public ModelRequest withSystem(String text) {
    return withSystem(List.of(new Text(text)));
  }

  public ModelRequest withSystem(List<? extends SystemBlock> blocks) {
    return new ModelRequest(
        model, List.copyOf(blocks), conversation, tools, toolChoice, inference, streaming, extra);
  }

  public ModelRequest withConversation(Conversation next) {
    return new ModelRequest(model, system, next, tools, toolChoice, inference, streaming, extra);
  }

  public ModelRequest withTools(List<ToolSpec> specs) {
    return new ModelRequest(
        model, system, conversation, specs, toolChoice, inference, streaming, extra);
  }

  public ModelRequest withToolChoice(ToolChoice choice) {
    return new ModelRequest(
        model, system, conversation, tools, choice, inference, streaming, extra);
  }

  public ModelRequest withInference(InferenceConfig config) {
    return new ModelRequest(
        model, system, conversation, tools, toolChoice, config, streaming, extra);
  }

  public ModelRequest withStreaming(boolean stream) {
    return new ModelRequest(
        model, system, conversation, tools, toolChoice, inference, stream, extra);
  }

  public ModelRequest withExtra(JsonObject fields) {
    return new ModelRequest(
        model, system, conversation, tools, toolChoice, inference, streaming, fields);
  }
}
