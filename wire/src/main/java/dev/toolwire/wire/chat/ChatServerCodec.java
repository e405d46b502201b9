package dev.toolwire.wire.chat;

import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.conversation.Usage;
import dev.toolwire.json.JsonText;
import dev.toolwire.model.ErrorKind;
import dev.toolwire.model.Losses;
import dev.toolwire.model.MalformedWireException;
import dev.toolwire.model.ModelCatalogue;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ProviderException;
import dev.toolwire.model.ProviderException.Detail;
import dev.toolwire.model.ProviderException.Fault;
import dev.toolwire.model.Reply;
import dev.toolwire.model.Route;
import dev.toolwire.wire.Headers;
import dev.toolwire.wire.RetryHeaders;
import dev.toolwire.wire.json.WireObject;
import java.time.Duration;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The server's side of Chat Completions. Immutable; for use by many threads.
///
/// Which key a request bears is its server's matter.
public final class ChatServerCodec {

  private static final int BAD_REQUEST = 400;

  private final ModelCatalogue catalogue;

  /// A server of the models that Toolwire knows.
  public ChatServerCodec() {
    this(ModelCatalogue.builtIn());
  }

  /// @param catalogue what the models of this server take; the rest is refused as the service would
  public ChatServerCodec(ModelCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /// Checks and reads the body of a request. The model and whether to stream, the body says.
  ///
  /// @param headers none of them changes what is read
  /// @throws ProviderException with the service's own words if the service would refuse it
  public ModelRequest read(Headers headers, byte[] body) {
    JsonNode tree = tree(body);
    String model = tree.path("model").asString("");
    if (!(tree instanceof ObjectNode object) || model.isBlank()) {
      throw refused(new Refusal("you must provide a model parameter", "", ""));
    }
    RequestRules.check(object, catalogue.profile(new ModelId(model), Route.CHAT))
        .ifPresent(refusal -> {
          throw refused(refusal);
        });
    try {
      return new RequestReader(WireObject.of("the request", object)).read(new ModelId(model));
    } catch (MalformedWireException | IllegalArgumentException pastTheRules) {
      throw refused(new Refusal(String.valueOf(pastTheRules.getMessage()), "", ""));
    }
  }

  private static JsonNode tree(byte[] body) {
    try {
      return JsonText.read(body);
    } catch (JacksonException notJson) {
      throw refused(
          new Refusal(
              "We could not parse the JSON body of your request: " + JsonText.mistake(notJson),
              "",
              ""));
    }
  }

  private static ProviderException refused(Refusal refusal) {
    return new ProviderException(
        new Fault(
                ErrorKind.VALIDATION,
                BAD_REQUEST,
                ServiceError.INVALID_REQUEST,
                refusal.message(),
                "",
                false,
                Duration.ZERO)
            .withDetail(new Detail(refusal.code(), refusal.param())));
  }

  /// The body that answers a request with `reply`.
  ///
  /// @throws dev.toolwire.model.UnsupportedOnWireException if Chat cannot say it
  public byte[] reply(ChatHead head, Reply reply) {
    return reply(head, List.of(reply), reply.usage());
  }

  /// The body that answers a request for [several choices][ChatHead#choices].
  ///
  /// @param usage of all of them, in place of what each says
  /// @throws dev.toolwire.model.UnsupportedOnWireException if Chat cannot say one of them
  public byte[] reply(ChatHead head, List<Reply> choices, Usage usage) {
    return JsonText.write(out -> ReplyWriter.write(out, head, choices, usage));
  }

  /// What of an answer with this content the client is not told, whole or streamed.
  public Losses losses(List<ContentBlock> content) {
    return AnswerLosses.of(content);
  }

  /// An encoder for the answer to one streaming request.
  public ChatStreamEncoder encoder(ChatHead head) {
    return encoder(head, 0);
  }

  /// An encoder for one of the [several choices][ChatHead#choices] of an answer, whose chunks may
  /// come in any order. The metadata is told to one encoder when all else has been told, and ends
  /// the stream of all.
  ///
  /// @param choice its index, from 0
  public ChatStreamEncoder encoder(ChatHead head, int choice) {
    return new ChatStreamEncoder(head, choice);
  }

  /// The fault with the status that it has on this wire.
  public Fault fault(Fault fault) {
    return fault.withStatus(ErrorWriter.status(fault));
  }

  /// The body of an error; its status is that of the [fault][#fault].
  public byte[] error(Fault fault) {
    return ErrorWriter.body(fault);
  }

  /// The headers that belong to an error.
  public Headers errorHeaders(Fault fault) {
    Headers headers = Headers.of("Content-Type", "application/json");
    if (!fault.requestId().isEmpty()) {
      headers = headers.and(ErrorReader.REQUEST_ID_HEADER, fault.requestId());
    }
    RetryHeaders retry = RetryHeaders.of(fault);
    return retry.writeAdvice(retry.writeSeconds(retry.writeMillis(headers, RetryHeaders.MILLIS)));
  }
}
