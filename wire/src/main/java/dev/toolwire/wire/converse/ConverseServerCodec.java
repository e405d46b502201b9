package dev.toolwire.wire.converse;

import dev.toolwire.json.JsonObject;
import dev.toolwire.json.JsonText;
import dev.toolwire.model.ErrorKind;
import dev.toolwire.model.MalformedWireException;
import dev.toolwire.model.ModelCatalogue;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ProviderException;
import dev.toolwire.model.ProviderException.Fault;
import dev.toolwire.model.Reply;
import dev.toolwire.wire.Headers;
import dev.toolwire.wire.RetryHeaders;
import dev.toolwire.wire.json.WireObject;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The server's side of Converse and ConverseStream. Immutable; for use by many threads.
public final class ConverseServerCodec {

  private final ModelCatalogue catalogue;

  /// A server of the models that Toolwire knows.
  public ConverseServerCodec() {
    this(ModelCatalogue.builtIn());
  }

  /// @param catalogue what the models of this server take; the rest is refused as the service would
  public ConverseServerCodec(ModelCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /// Checks and reads the body of a request for `model`.
  ///
  /// @throws ProviderException with the service's own words if the service would refuse it
  public ModelRequest read(ModelId model, boolean streaming, byte[] body) {
    JsonNode tree = tree(body);
    ConverseRequestRules.check(tree, model, catalogue.profile(model), streaming)
        .ifPresent(refusal -> {
          throw refused(refusal);
        });
    try {
      return new RequestReader(WireObject.of("the request", (ObjectNode) tree))
          .read(model, streaming);
    } catch (MalformedWireException | IllegalArgumentException pastTheRules) {
      throw refused(Refusal.validation(String.valueOf(pastTheRules.getMessage())));
    }
  }

  private static JsonNode tree(byte[] body) {
    try {
      return JsonText.read(body);
    } catch (JacksonException notJson) {
      throw refused(ConverseRequestRules.notJson(JsonText.mistake(notJson)));
    }
  }

  private static ProviderException refused(Refusal refusal) {
    return new ProviderException(
        new Fault(
            ErrorKind.VALIDATION,
            refusal.status(),
            refusal.type(),
            refusal.message(),
            "",
            false,
            Duration.ZERO));
  }

  /// The body that answers a Converse with `reply`.
  ///
  /// @throws dev.toolwire.model.UnsupportedOnWireException if Converse cannot say it
  public byte[] reply(Reply reply) {
    return JsonText.write(out -> ReplyWriter.write(out, reply));
  }

  /// An encoder for the answer to one ConverseStream.
  public ConverseStreamEncoder encoder(Padding padding) {
    return new ConverseStreamEncoder(padding);
  }

  /// The fault in Bedrock's words: its type, and the status that goes with that. What Bedrock has
  /// named itself, or nobody knows, stays as it is.
  public Fault fault(Fault fault) {
    if (ServiceError.named(fault.type()).isPresent()
        || fault.type().endsWith("Exception")
        || fault.kind() == ErrorKind.UNKNOWN) {
      return fault;
    }
    ServiceError error = ServiceError.of(fault.kind(), fault.inStream());
    String type = fault.inStream() ? ServiceError.inStream(error.type()) : error.type();
    return fault.renamed(type, error.status());
  }

  /// The body of an error; its status is the fault's.
  public byte[] error(Fault fault) {
    return message(fault);
  }

  /// The headers that belong to an error.
  public Headers errorHeaders(Fault fault) {
    Headers headers =
        Headers.of("Content-Type", "application/json", ErrorReader.TYPE_HEADER, fault.type());
    if (!fault.requestId().isEmpty()) {
      headers = headers.and(ErrorReader.REQUEST_ID_HEADER, fault.requestId());
    }
    RetryHeaders retry = RetryHeaders.of(fault);
    return retry.writeSeconds(retry.writeMillis(headers, RetryHeaders.AMAZON_MILLIS));
  }

  static byte[] message(Fault fault) {
    return JsonText.write(out -> JsonObject.of("message", fault.message()).write(out));
  }
}
