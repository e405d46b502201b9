package dev.toolwire.wire.messages;

import dev.toolwire.conversation.Usage;
import dev.toolwire.model.ModelId;

/// What the beginning of an answer says, before the model has said anything.
///
/// @param id of the message; real ones begin with `msg_`
/// @param model as the answer names it
/// @param usage what is known at the beginning: the tokens of the request
public record MessageHead(String id, ModelId model, Usage usage) {

  public MessageHead(String id, ModelId model) {
    this(id, model, Usage.NONE);
  }
}
