package dev.toolwire.wire.messages;

import dev.toolwire.model.ModelProfile;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ProviderException;
import dev.toolwire.model.Reply;
import dev.toolwire.model.ToolSpec;
import dev.toolwire.wire.Alphabet;
import dev.toolwire.wire.ClientCodec;
import dev.toolwire.wire.Encoding;
import dev.toolwire.wire.Fitting;
import dev.toolwire.wire.Headers;
import dev.toolwire.wire.LatchedDecoder;
import dev.toolwire.wire.PathBelow;
import dev.toolwire.wire.RequestBodies;
import dev.toolwire.wire.StreamDecoder;
import dev.toolwire.wire.WireRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;

/// The client's side of Anthropic Messages. Immutable; for use by many threads.
///
/// Members of a request's `extra` go into the body as they stand, but for `anthropic_beta` (a text
/// or an array of texts), which becomes the header `anthropic-beta`.
public final class MessagesCodec implements ClientCodec {

  /// Below the endpoint, which has no version in its path: `https://api.anthropic.com`.
  public static final String PATH = "/v1/messages";

  /// Makes Claude send tool input as it is generated; for all tools of a request or none.
  private static final String EAGER_BETA = "fine-grained-tool-streaming-2025-05-14";

  static final String VERSION_HEADER = "anthropic-version";
  static final String BETA_HEADER = "anthropic-beta";

  /// The service promises no length; 128 characters have been seen to work.
  private static final Alphabet IDS = Alphabet.upTo(128, "_-");

  /// Servers of this wire took no more than 64 until 2025, and some still do not.
  private static final Alphabet NAMES = Alphabet.upTo(64, "_-");

  private final Headers headers;
  private final PathBelow path = new PathBelow(PATH);
  private final RequestBodies bodies;

  public MessagesCodec(MessagesVersion version) {
    this.bodies = new RequestWriter.Form(version, MessagesCodec::head).bodies();
    this.headers = Headers.of("Content-Type", "application/json", VERSION_HEADER, version.header());
  }

  /// The HTTP request for `request`, still without credentials.
  ///
  /// @throws dev.toolwire.model.UnsupportedOnWireException if Messages cannot say what is asked
  /// @throws IllegalArgumentException if `extra` says what the request has a part of its own for
  @Override
  public Encoding request(URI endpoint, ModelRequest request, ModelProfile profile) {
    URI uri = path.at(endpoint);
    List<String> betas = betas(request, profile);
    Headers all = betas.isEmpty() ? headers : headers.and(BETA_HEADER, String.join(",", betas));
    return bodies.encode(
        request, profile, body -> WireRequest.post(uri, all, body, request.streaming()));
  }

  private static void head(JsonGenerator out, ModelRequest request, ModelProfile profile) {
    out.writeStringProperty(RequestWriter.MODEL, request.model().value());
    if (request.streaming()) {
      out.writeBooleanProperty(RequestWriter.STREAM, true);
    }
  }

  /// The notes for a request over this wire.
  static Fitting fitting(ModelProfile profile) {
    return Fitting.to(profile, IDS, NAMES);
  }

  /// The flags of features that a request needs: those in its `extra`, and the one for eager input
  /// where the model takes that for a whole request only.
  static List<String> betas(ModelRequest request, ModelProfile profile) {
    List<String> betas = new ArrayList<>();
    request
        .extra()
        .member(RequestWriter.BETAS)
        .map(given -> given.isArray() ? given.valueStream() : Stream.of(given))
        .orElse(Stream.empty())
        .forEach(flag -> betas.add(flag.asString("")));
    if (profile.eagerInput() == ModelProfile.EagerInput.REQUEST
        && request.tools().stream().anyMatch(ToolSpec::eagerInput)
        && !betas.contains(EAGER_BETA)) {
      betas.add(EAGER_BETA);
    }
    return betas;
  }

  /// The reply in the body of a successful answer.
  ///
  /// @throws ProviderException if the body says an error under the status of a success
  /// @throws dev.toolwire.model.MalformedWireException if it is not what the service promises
  @Override
  public Reply reply(byte[] body) {
    return ReplyReader.read(body);
  }

  /// A decoder for the server-sent events of one successful answer.
  @Override
  public StreamDecoder stream() {
    return new LatchedDecoder(new MessagesStreamDecoder());
  }

  /// What an answer that is not a success says: in the body's `error`, in `request-id` and in
  /// `retry-after`. Whether to ask again, `x-should-retry` decides, if it is there.
  @Override
  public ProviderException error(int status, Headers headers, byte[] body) {
    return ErrorReader.http(status, headers, body);
  }
}
