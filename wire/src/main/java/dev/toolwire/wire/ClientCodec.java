package dev.toolwire.wire;

import dev.toolwire.model.ModelProfile;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ProviderException;
import dev.toolwire.model.Reply;
import dev.toolwire.model.StreamEvent;
import java.net.URI;
import java.util.List;

/// The client's side of a wire: what it sends, and how it reads what comes back. Implementations
/// are immutable and safe for use by many threads.
public interface ClientCodec {

  /// The request as bytes, without any authentication, and what of it could not be said.
  ///
  /// @param endpoint scheme, host, port and possibly a path that goes in front
  /// @throws dev.toolwire.model.UnsupportedOnWireException if this wire or model cannot say it
  Encoding request(URI endpoint, ModelRequest request, ModelProfile profile);

  /// Reads a whole successful response.
  ///
  /// @throws dev.toolwire.model.MalformedWireException if it is not one
  Reply reply(byte[] body);

  /// Tells a whole successful response as events, which fold into its reply.
  ///
  /// @throws dev.toolwire.model.ModelException as [#reply] or the fold does
  default List<StreamEvent> events(byte[] body) {
    return reply(body).events();
  }

  /// A decoder for one streamed response.
  StreamDecoder stream();

  /// Reads a response with an error status. Any body will do, even none.
  ProviderException error(int status, Headers headers, byte[] body);
}
