package dev.toolwire.simulator;

import dev.toolwire.conversation.StopReason;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ProviderException.Fault;
import dev.toolwire.model.Reply;
import dev.toolwire.wire.Headers;
import java.util.Optional;

/// One request to a model, in the terms of its wire. For one thread at a time.
interface ModelCall {

  /// The model as the request names it, with what else its id may ask for ([Casting]).
  ModelId asked();

  /// What the model is sent.
  ///
  /// @param model that plays, without the wishes behind its id
  /// @throws dev.toolwire.model.ProviderException with the wire's own words if it is refused
  ModelRequest read(ModelId model);

  /// The id of the request, as the answer's headers say it.
  String requestId();

  /// Whether the answer to `asked` may hold one call only.
  default boolean takesOneCall(ModelRequest asked) {
    return false;
  }

  /// How the ids of tool calls look.
  ToolIds toolIds();

  /// The headers of a successful answer.
  Headers headers(boolean streaming);

  /// The headers of a successful answer in one piece, which may tell what it cost.
  default Headers headers(Reply reply) {
    return headers(false);
  }

  /// The body of a successful answer in one piece.
  byte[] whole(ModelRequest asked, Reply reply);

  /// Whether the wire has a word for a reason to stop.
  boolean says(StopReason reason);

  /// The signs of life of one stream; empty if there are none.
  Optional<Heartbeat> heartbeat();

  /// Whether each frame of a stream ends with a checksum.
  boolean hasChecksums();

  /// Whether an answer in one piece can hold a tool input that is no JSON.
  boolean saysAnyInput();

  /// A writer for a successful answer as it is told, of which the first words may tell what `take`
  /// will have cost.
  StreamWriter writer(ModelRequest asked, Take take);

  /// What an error is called on this wire, and its status there.
  Fault named(Fault error);

  /// An error instead of an answer, which is [#named] already.
  Answer.Response error(Fault error, long dueNanos);
}
