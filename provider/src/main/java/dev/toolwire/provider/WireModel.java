package dev.toolwire.provider;

import dev.toolwire.model.LossPolicy;
import dev.toolwire.model.Model;
import dev.toolwire.model.ModelCatalogue;
import dev.toolwire.model.ModelProfile;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ModelStream;
import dev.toolwire.model.Route;
import dev.toolwire.wire.ClientCodec;
import dev.toolwire.wire.Encoding;
import dev.toolwire.wire.Exchange;
import dev.toolwire.wire.Transport;
import java.net.URI;

/// A model behind a wire: encodes the request, sends it, decodes what comes back.
///
/// The names of tools that the wire cannot carry are replaced on the way there and put back on the
/// way home.
///
/// @param endpoint scheme, host, port and possibly a path that goes in front of the wire's own
/// @param route by which the catalogue knows this way to its models
/// @param losses what happens to requests of which the wire cannot say all
public record WireModel(
    ClientCodec codec,
    Transport transport,
    URI endpoint,
    ModelCatalogue catalogue,
    Route route,
    LossPolicy losses)
    implements Model {

  /// A model on Converse whose losses are logged.
  public WireModel(ClientCodec codec, Transport transport, URI endpoint, ModelCatalogue catalogue) {
    this(codec, transport, endpoint, catalogue, Route.CONVERSE, LossPolicy.log());
  }

  @Override
  public ModelStream open(ModelRequest request) {
    ModelProfile profile = catalogue.profile(request.model(), route);
    Encoding sent = codec.request(endpoint, request, profile);
    if (!sent.losses().isEmpty()) {
      losses.decide(request, sent.losses());
    }
    Exchange exchange = transport.open(sent.request());
    return new WireStream(codec, exchange, request.streaming(), sent.aliases());
  }
}
