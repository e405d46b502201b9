package dev.toolwire.provider;

import dev.toolwire.model.Model;
import dev.toolwire.model.ModelCatalogue;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ModelStream;
import dev.toolwire.wire.ClientCodec;
import dev.toolwire.wire.Transport;
import java.net.URI;

/// A model behind a wire: encodes the request, sends it, decodes what comes back.
///
/// @param endpoint scheme, host, port and possibly a path that goes in front of the wire's own
public record WireModel(
    ClientCodec codec, Transport transport, URI endpoint, ModelCatalogue catalogue)
    implements Model {

  @Override
  public ModelStream open(ModelRequest request) {
    var wireRequest = codec.request(endpoint, request, catalogue.profile(request.model()));
    return new WireStream(codec, transport.open(wireRequest), request.streaming());
  }
}
