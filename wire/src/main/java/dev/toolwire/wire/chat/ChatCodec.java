package dev.toolwire.wire.chat;

import dev.toolwire.model.ModelProfile;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ProviderException;
import dev.toolwire.model.Reply;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.wire.Alphabet;
import dev.toolwire.wire.ClientCodec;
import dev.toolwire.wire.Encoding;
import dev.toolwire.wire.Fitting;
import dev.toolwire.wire.Headers;
import dev.toolwire.wire.PathBelow;
import dev.toolwire.wire.RequestBodies;
import dev.toolwire.wire.StreamDecoder;
import dev.toolwire.wire.WireRequest;
import java.net.URI;
import java.util.List;

/// The client's side of Chat Completions. Immutable; for use by many threads.
public final class ChatCodec implements ClientCodec {

  /// What is put behind the base address, which holds the version (`https://api.openai.com/v1`).
  public static final String PATH = "/chat/completions";

  private static final Headers JSON =
      Headers.of("Content-Type", "application/json", "Accept", "application/json");
  private static final Alphabet TOOL_NAME = Alphabet.upTo(64, "_-");

  private final PathBelow path = new PathBelow(PATH);
  private final RequestBodies bodies;

  public ChatCodec() {
    this(ChatOptions.DEFAULT);
  }

  public ChatCodec(ChatOptions options) {
    this.bodies =
        new RequestBodies(
            profile -> Fitting.to(profile, options.ids(), TOOL_NAME),
            (out, request, profile, fitting) ->
                new RequestWriter(out, request, profile, options, fitting));
  }

  /// The HTTP request for `request`, still without credentials.
  ///
  /// Each tool result is a message of its own; images and documents in results go into the user
  /// message behind them; an error is told in words; ids and names that the server does not take
  /// are replaced. What else cannot be said is left out. All that stands in the losses.
  ///
  /// @param endpoint the base address, its version included
  /// @throws dev.toolwire.model.UnsupportedOnWireException if the model is not known to take the
  ///   tool choice
  /// @throws IllegalArgumentException if `extra` says what the request has a part of its own for
  @Override
  public Encoding request(URI endpoint, ModelRequest request, ModelProfile profile) {
    URI uri = path.at(endpoint);
    return bodies.encode(
        request, profile, body -> WireRequest.post(uri, JSON, body, request.streaming()));
  }

  /// The reply in the body of a successful answer.
  ///
  /// @throws ProviderException if the body says an error under the status of a success
  /// @throws dev.toolwire.model.MalformedWireException if it is no answer
  @Override
  public Reply reply(byte[] body) {
    return Reply.of(events(body));
  }

  /// The events of the answer as it says them: a call's arguments are text here, and need no
  /// reading before they are folded.
  @Override
  public List<StreamEvent> events(byte[] body) {
    return ReplyReader.events(body);
  }

  /// A decoder for the body of one streamed answer.
  @Override
  public StreamDecoder stream() {
    return new ChatStreamDecoder();
  }

  /// What an answer that is not a success says; its `code` and `param` are the fault's detail.
  @Override
  public ProviderException error(int status, Headers headers, byte[] body) {
    return ErrorReader.http(status, headers, body);
  }
}
