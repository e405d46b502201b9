package dev.toolwire.wire.messages;

import dev.toolwire.conversation.Usage;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.wire.json.Extra;

/// What the beginning of an answer says, before the model has said anything.
///
/// @param id of the message; real ones begin with `msg_`
/// @param model as the answer names it
/// @param usage what is known at the beginning: the tokens of the request
public record MessageHead(String id, ModelId model, Usage usage) {

  public MessageHead(String id, ModelId model) {
    this(id, model, Usage.NONE);
  }

  /// Whether an answer to `request` may hold one call only.
  public static boolean isForOneCall(ModelRequest request) {
    return Extra.object(request.extra(), ToolsWriter.CHOICE)
        .member(ToolsWriter.ONE_CALL)
        .map(only -> only.asBoolean(false))
        .orElse(false);
  }
}
