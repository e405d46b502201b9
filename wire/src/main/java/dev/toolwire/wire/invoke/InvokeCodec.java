package dev.toolwire.wire.invoke;

import dev.toolwire.model.ModelProfile;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ProviderException;
import dev.toolwire.model.Reply;
import dev.toolwire.wire.ClientCodec;
import dev.toolwire.wire.Encoding;
import dev.toolwire.wire.Headers;
import dev.toolwire.wire.LatchedDecoder;
import dev.toolwire.wire.RequestBodies;
import dev.toolwire.wire.StreamDecoder;
import dev.toolwire.wire.WireRequest;
import dev.toolwire.wire.converse.ConverseCodec;
import dev.toolwire.wire.messages.InvokeBody;
import dev.toolwire.wire.messages.MessagesCodec;
import dev.toolwire.wire.messages.MessagesVersion;
import java.net.URI;

/// The client's side of InvokeModel and InvokeModelWithResponseStream, for Claude. Immutable; for
/// use by many threads.
///
/// @see <a
///   href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModelWithResponseStream.html">
///   InvokeModelWithResponseStream</a>
public final class InvokeCodec implements ClientCodec {

  private static final Headers JSON =
      Headers.of("Content-Type", "application/json", "Accept", "application/json");

  private final MessagesCodec messages = new MessagesCodec(MessagesVersion.V2023_06_01);
  private final ConverseCodec bedrock = new ConverseCodec();
  private final RequestBodies bodies = InvokeBody.bodies();

  @Override
  public Encoding request(URI endpoint, ModelRequest request, ModelProfile profile) {
    URI uri = new InvokePath(request.model(), request.streaming()).at(endpoint);
    return bodies.encode(
        request, profile, body -> WireRequest.post(uri, JSON, body, request.streaming()));
  }

  @Override
  public Reply reply(byte[] body) {
    return messages.reply(body);
  }

  @Override
  public StreamDecoder stream() {
    return new LatchedDecoder(new InvokeStreamDecoder());
  }

  /// Errors are Bedrock's, as on its other operations.
  @Override
  public ProviderException error(int status, Headers headers, byte[] body) {
    return bedrock.error(status, headers, body);
  }
}
