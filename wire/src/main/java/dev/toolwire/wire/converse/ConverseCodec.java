package dev.toolwire.wire.converse;

import dev.toolwire.model.ModelProfile;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ProviderException;
import dev.toolwire.model.Reply;
import dev.toolwire.wire.ClientCodec;
import dev.toolwire.wire.Encoding;
import dev.toolwire.wire.Fitting;
import dev.toolwire.wire.Headers;
import dev.toolwire.wire.LatchedDecoder;
import dev.toolwire.wire.RequestBodies;
import dev.toolwire.wire.StreamDecoder;
import dev.toolwire.wire.WireRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// The client's side of Converse and ConverseStream. Immutable; for use by many threads.
public final class ConverseCodec implements ClientCodec {

  private static final Headers JSON = Headers.of("Content-Type", "application/json");

  private final RequestBodies bodies =
      new RequestBodies(
          profile -> Fitting.to(profile, PortableNames.TOOL_USE_ID, PortableNames.TOOL_NAME),
          RequestWriter::new);

  /// Where the latest request went: it is nearly always the same place.
  private volatile @Nullable Place latest;

  private record Place(URI endpoint, ConversePath path, URI uri) {}

  /// The HTTP request for `request`, still without credentials.
  ///
  /// Ids and names that break the service's alphabet are replaced, the same one always by the same;
  /// tool input that is no object is sent as `{"INVALID_JSON": text}`; what only another wire can
  /// say is left out. All that stands in the losses.
  ///
  /// @param endpoint scheme and host, and maybe a path that the service's own is put behind
  /// @param profile what the model takes
  /// @throws dev.toolwire.model.UnsupportedOnWireException if Converse cannot say what is asked
  /// @throws IllegalArgumentException if `extra` says what the request has a part of its own for
  @Override
  public Encoding request(URI endpoint, ModelRequest request, ModelProfile profile) {
    URI uri = uri(endpoint, new ConversePath(request.model(), request.streaming()));
    return bodies.encode(
        request, profile, body -> WireRequest.post(uri, JSON, body, request.streaming()));
  }

  private URI uri(URI endpoint, ConversePath path) {
    Place known = latest;
    if (known == null || !known.path().equals(path) || !known.endpoint().equals(endpoint)) {
      known = new Place(endpoint, path, path.at(endpoint));
      latest = known;
    }
    return known.uri();
  }

  /// The reply in the body of a successful Converse.
  ///
  /// @throws dev.toolwire.model.MalformedWireException if it is not what the service promises
  @Override
  public Reply reply(byte[] body) {
    return ReplyReader.read(body);
  }

  /// A decoder for the body of one successful ConverseStream.
  @Override
  public StreamDecoder stream() {
    return new LatchedDecoder(new ConverseStreamDecoder());
  }

  /// What an answer that is not a success says.
  ///
  /// The type is in `x-amzn-ErrorType`, else in the body's `__type` or `code`. How long to wait is
  /// in `x-amz-retry-after` in milliseconds, else in `Retry-After` in seconds.
  @Override
  public ProviderException error(int status, Headers headers, byte[] body) {
    return ErrorReader.http(status, headers, body);
  }

  /// An exception in one of Bedrock's streams, which are all alike in this.
  ///
  /// @param type its name, such as `throttlingException`
  public static ProviderException exception(String type, byte[] array, int offset, int length) {
    return ErrorReader.exception(type, array, offset, length);
  }

  /// An error in one of Bedrock's streams that has nothing but a code and words.
  public static ProviderException exception(String code, String message) {
    return ErrorReader.inStream(code, message);
  }
}
