package dev.toolwire.wire.invoke;

import dev.toolwire.conversation.Usage;
import dev.toolwire.json.JsonObject;
import dev.toolwire.model.ModelCatalogue;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ProviderException;
import dev.toolwire.model.ProviderException.Fault;
import dev.toolwire.model.Reply;
import dev.toolwire.wire.Headers;
import dev.toolwire.wire.converse.ConverseServerCodec;
import dev.toolwire.wire.converse.Padding;
import dev.toolwire.wire.messages.MessageHead;
import dev.toolwire.wire.messages.MessagesServerCodec;
import java.time.Duration;

/// The server's side of InvokeModel and InvokeModelWithResponseStream, for Claude. Immutable; for
/// use by many threads.
///
/// What is asked and answered is Messages; how it fails is Bedrock's.
///
/// @see <a
///   href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html">
///   InvokeModel</a>
public final class InvokeServerCodec {

  private static final String FIGURE = "X-Amzn-Bedrock-";
  private static final Headers WHOLE = Headers.of("Content-Type", "application/json");
  private static final Headers STREAM =
      Headers.of(
          "Content-Type", "application/vnd.amazon.eventstream",
          "X-Amzn-Bedrock-Content-Type", "application/json");

  private final MessagesServerCodec messages;
  private final ConverseServerCodec bedrock;

  /// A server of the models that Toolwire knows.
  public InvokeServerCodec() {
    this(ModelCatalogue.builtIn());
  }

  /// @param catalogue what the models of this server take; the rest is refused as the service would
  public InvokeServerCodec(ModelCatalogue catalogue) {
    this.messages = new MessagesServerCodec(catalogue);
    this.bedrock = new ConverseServerCodec(catalogue);
  }

  /// Checks and reads the body of a request to `path`, which says the model and whether it streams.
  /// The version and the feature flags are in the body.
  ///
  /// @throws ProviderException a ValidationException, with the words of Claude's own server, if the
  ///   service would refuse it
  public ModelRequest read(InvokePath path, byte[] body) {
    try {
      return messages.readInvoke(path.model(), path.streaming(), body);
    } catch (ProviderException refused) {
      throw new ProviderException(fault(refused.fault()));
    }
  }

  /// The body that answers an InvokeModel with `reply`.
  ///
  /// @throws dev.toolwire.model.UnsupportedOnWireException if Messages cannot say it
  public byte[] reply(MessageHead head, Reply reply) {
    JsonObject extra = reply.extra().without(InvokeStreamEncoder.METRICS);
    return messages.reply(
        head,
        new Reply(reply.content(), reply.stopReason(), reply.usage(), reply.latency(), extra));
  }

  /// The headers of a whole answer, which say its figures once more, for those who do not read
  /// bodies.
  public Headers replyHeaders(Usage usage, Duration latency) {
    return WHOLE
        .and(FIGURE + "Input-Token-Count", Long.toString(usage.inputTokens()))
        .and(FIGURE + "Output-Token-Count", Long.toString(usage.outputTokens()))
        .and(FIGURE + "Cache-Read-Input-Token-Count", Long.toString(usage.cacheReadInputTokens()))
        .and(FIGURE + "Cache-Write-Input-Token-Count", Long.toString(usage.cacheWriteInputTokens()))
        .and(FIGURE + "Invocation-Latency", Long.toString(latency.toMillis()));
  }

  /// The headers of a streamed answer.
  public Headers streamHeaders() {
    return STREAM;
  }

  /// An encoder for the answer to one InvokeModelWithResponseStream.
  ///
  /// @param firstByte how long the first byte of the answer took, which its last frame tells
  public InvokeStreamEncoder encoder(MessageHead head, Duration firstByte, Padding padding) {
    return new InvokeStreamEncoder(head, firstByte, padding, bedrock);
  }

  /// The fault in Bedrock's words: its type, and the status that goes with that.
  public Fault fault(Fault fault) {
    return bedrock.fault(fault);
  }

  /// The body of an error; its status is that of the [fault][#fault].
  public byte[] error(Fault fault) {
    return bedrock.error(fault(fault));
  }

  /// The headers that belong to an error.
  public Headers errorHeaders(Fault fault) {
    return bedrock.errorHeaders(fault(fault));
  }
}
