package dev.toolwire.wire.messages;

import dev.toolwire.json.JsonObject;
import dev.toolwire.json.JsonText;
import dev.toolwire.model.ErrorKind;
import dev.toolwire.model.MalformedWireException;
import dev.toolwire.model.ModelCatalogue;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelProfile;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ProviderException;
import dev.toolwire.model.ProviderException.Detail;
import dev.toolwire.model.ProviderException.Fault;
import dev.toolwire.model.Reply;
import dev.toolwire.model.Route;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.wire.Headers;
import dev.toolwire.wire.RetryHeaders;
import dev.toolwire.wire.json.WireObject;
import java.time.Duration;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The server's side of Anthropic Messages. Immutable; for use by many threads.
///
/// Which key a request bears, in `x-api-key` or as a bearer, is its server's matter, as is the
/// query, which means nothing (`?beta=true`).
public final class MessagesServerCodec {

  /// Where requests to count tokens go.
  public static final String COUNT_PATH = MessagesCodec.PATH + "/count_tokens";

  private final ModelCatalogue catalogue;

  /// A server of the models that Toolwire knows.
  public MessagesServerCodec() {
    this(ModelCatalogue.builtIn());
  }

  /// @param catalogue what the models of this server take; the rest is refused as the service would
  public MessagesServerCodec(ModelCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /// The version that a request's headers name.
  ///
  /// @throws ProviderException with the service's own words if they name none, or an unknown one
  public MessagesVersion version(Headers headers) {
    String named =
        headers
            .first(MessagesCodec.VERSION_HEADER)
            .orElseThrow(() -> refused(MessagesCodec.VERSION_HEADER + ": header is required"));
    return MessagesVersion.of(named)
        .orElseThrow(() ->
            refused(
                MessagesCodec.VERSION_HEADER
                    + ": \""
                    + named
                    + "\" is not a valid version. Please refer to"
                    + " https://docs.claude.com/en/api/versioning"));
  }

  /// Checks and reads the body of a request. Whether it streams, its body says.
  ///
  /// @param headers name the version and the feature flags
  /// @throws ProviderException with the service's own words if the service would refuse it
  public ModelRequest read(Headers headers, byte[] body) {
    MessagesVersion version = version(headers);
    return read(body, version, RequestShapes.request(version, hasBetas(headers)));
  }

  /// Checks and reads the body of a request to count its tokens.
  ///
  /// @throws ProviderException with the service's own words if the service would refuse it
  public ModelRequest readCount(Headers headers, byte[] body) {
    MessagesVersion version = version(headers);
    return read(body, version, RequestShapes.count(version, hasBetas(headers)));
  }

  /// Checks and reads the body of a request through InvokeModel, which has neither a model nor a
  /// wish for a stream in it, but its version and feature flags.
  ///
  /// @throws ProviderException with the service's own words if the service would refuse it
  public ModelRequest readInvoke(ModelId model, boolean streaming, byte[] body) {
    JsonNode tree = tree(body);
    boolean betas = !tree.path(RequestWriter.BETAS).isEmpty();
    ModelProfile profile = catalogue.profile(model, Route.INVOKE);
    MessagesVersion version =
        InvokeBody.version(tree.path(RequestWriter.VERSION).asString(""), profile);
    MessagesRequestRules.check(tree, RequestShapes.invoke(version, betas), version, profile)
        .ifPresent(message -> {
          throw refused(message);
        });
    return request((ObjectNode) tree, model, streaming);
  }

  private ModelRequest read(byte[] body, MessagesVersion version, Shape shape) {
    JsonNode tree = tree(body);
    ModelProfile profile = catalogue.profile(model(tree), Route.MESSAGES);
    if (!tree.path("thread").isMissingNode() && !tree.path("thread").isNull()) {
      throw refused(
          ServiceError.THREAD_UNSUPPORTED,
          "thread: conversations are not held here; send all messages without `thread`");
    }
    MessagesRequestRules.check(tree, shape, version, profile)
        .ifPresent(message -> {
          throw refused(message);
        });
    return request((ObjectNode) tree, model(tree), tree.path("stream").asBoolean(false));
  }

  /// The request in a body that the rules have let through.
  static ModelRequest request(ObjectNode body, ModelId model, boolean streaming) {
    try {
      return new RequestReader(WireObject.of("the request", body)).read(model, streaming);
    } catch (MalformedWireException | IllegalArgumentException pastTheRules) {
      throw refused(String.valueOf(pastTheRules.getMessage()));
    }
  }

  private static ModelId model(JsonNode body) {
    String id = body.path("model").asString("");
    return new ModelId(id.isBlank() ? "unknown" : id);
  }

  private static boolean hasBetas(Headers headers) {
    return headers.all(MessagesCodec.BETA_HEADER).stream().anyMatch(value -> !value.isBlank());
  }

  static JsonNode tree(byte[] body) {
    try {
      return JsonText.read(body);
    } catch (JacksonException notJson) {
      throw refused("The request body is not valid JSON: " + JsonText.mistake(notJson));
    }
  }

  static ProviderException refused(String message) {
    return refused("", message);
  }

  private static ProviderException refused(String code, String message) {
    return new ProviderException(
        new Fault(
                ErrorKind.VALIDATION,
                ServiceError.INVALID_REQUEST.status(),
                ServiceError.INVALID_REQUEST.type(),
                message,
                "",
                false,
                Duration.ZERO)
            .withDetail(new Detail(code, "")));
  }

  /// The body that answers a request with `reply`.
  ///
  /// @throws dev.toolwire.model.UnsupportedOnWireException if Messages cannot say it
  public byte[] reply(MessageHead head, Reply reply) {
    return JsonText.write(out -> ReplyWriter.write(out, head, reply));
  }

  /// The body that answers a request to count tokens.
  public byte[] count(long tokens) {
    return JsonText.write(out -> JsonObject.of("input_tokens", tokens).write(out));
  }

  /// An encoder for the answer to one streaming request.
  public MessagesStreamEncoder encoder(MessageHead head) {
    return new MessagesStreamEncoder(head);
  }

  /// A writer of the JSON texts of one answer, for whoever frames them otherwise.
  public static Consumer<StreamEvent> texts(MessageHead head, EventSink sink) {
    return new EventWriter(head, sink)::write;
  }

  /// The fault in the words of this wire: its type, and the status that goes with that.
  public Fault fault(Fault fault) {
    return inOurWords(fault);
  }

  private static Fault inOurWords(Fault fault) {
    if (ServiceError.named(fault.type()).isPresent()) {
      return fault;
    }
    ServiceError error = ServiceError.of(fault);
    return fault.renamed(error.type(), error.status());
  }

  /// The body of an error; its status is that of the [fault][#fault].
  public byte[] error(Fault fault) {
    return said(fault);
  }

  /// The headers that belong to an error.
  public Headers errorHeaders(Fault fault) {
    Headers headers = Headers.of("Content-Type", "application/json");
    if (!fault.requestId().isEmpty()) {
      headers = headers.and(ErrorReader.REQUEST_ID_HEADER, fault.requestId());
    }
    RetryHeaders retry = RetryHeaders.of(fault);
    return retry.writeAdvice(retry.writeSeconds(headers));
  }

  static byte[] said(Fault given) {
    Fault fault = inOurWords(given);
    String code = fault.detail().code();
    return JsonText.write(out -> {
      out.writeStartObject();
      out.writeStringProperty("type", "error");
      out.writeObjectPropertyStart("error");
      out.writeStringProperty("type", fault.type());
      out.writeStringProperty("message", fault.message());
      if (!code.isEmpty()) {
        out.writeObjectPropertyStart("details");
        out.writeStringProperty("error_code", code);
        out.writeEndObject();
      }
      out.writeEndObject();
      if (!fault.requestId().isEmpty()) {
        out.writeStringProperty("request_id", fault.requestId());
      }
      out.writeEndObject();
    });
  }
}
