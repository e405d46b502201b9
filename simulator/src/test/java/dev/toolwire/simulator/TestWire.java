package dev.toolwire.simulator;

import dev.toolwire.model.ErrorKind;
import dev.toolwire.model.ModelCatalogue;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.Route;
import dev.toolwire.wire.ClientCodec;
import dev.toolwire.wire.WireRequest;
import dev.toolwire.wire.chat.ChatCodec;
import dev.toolwire.wire.converse.ConverseCodec;
import dev.toolwire.wire.invoke.InvokeCodec;
import dev.toolwire.wire.messages.MessagesCodec;
import dev.toolwire.wire.messages.MessagesVersion;
import java.net.URI;

/// The wires that a simulator speaks, from the side of a client.
enum TestWire {
  CONVERSE("Converse", Route.CONVERSE, ""),
  MESSAGES("Messages", Route.MESSAGES, ""),
  CHAT("Chat", Route.CHAT, "/v1"),
  INVOKE("InvokeModel", Route.INVOKE, "");

  private final String title;
  private final Route route;
  private final String path;

  TestWire(String title, Route route, String path) {
    this.title = title;
    this.route = route;
    this.path = path;
  }

  /// As a column is headed.
  String title() {
    return title;
  }

  Route route() {
    return route;
  }

  /// A Claude of which is known how it is asked for eager inputs.
  String claude() {
    return this == CONVERSE || this == INVOKE
        ? "anthropic.claude-sonnet-4-20250514-v1:0"
        : "claude-sonnet-4-20250514";
  }

  ClientCodec codec() {
    return switch (this) {
      case CONVERSE -> new ConverseCodec();
      case MESSAGES -> new MessagesCodec(MessagesVersion.V2023_06_01);
      case CHAT -> new ChatCodec();
      case INVOKE -> new InvokeCodec();
    };
  }

  /// Where a client of this wire finds a server.
  URI endpoint(URI server) {
    return URI.create(server + path);
  }

  /// The endpoint of a simulator in memory.
  URI endpoint() {
    return endpoint(URI.create("http://bedrock.test"));
  }

  /// What ends a stream, as a complaint names it that it is missing.
  String endMark() {
    return switch (this) {
      case CONVERSE -> "messageStop";
      case MESSAGES, INVOKE -> "message_stop";
      case CHAT -> "finish_reason";
    };
  }

  /// What an error of this kind is called.
  String name(ErrorKind kind) {
    return switch (this) {
      case CONVERSE, INVOKE ->
          switch (kind) {
            case VALIDATION -> "ValidationException";
            case ACCESS_DENIED -> "AccessDeniedException";
            case NOT_FOUND -> "ResourceNotFoundException";
            case QUOTA -> "ServiceQuotaExceededException";
            case THROTTLED -> "ThrottlingException";
            case NOT_READY, UNAVAILABLE -> "ServiceUnavailableException";
            case TIMEOUT -> "ModelTimeoutException";
            case MODEL_ERROR -> "ModelStreamErrorException";
            case INTERNAL, UNKNOWN -> "InternalServerException";
          };
      case MESSAGES ->
          switch (kind) {
            case VALIDATION -> "invalid_request_error";
            case ACCESS_DENIED -> "permission_error";
            case NOT_FOUND -> "not_found_error";
            case QUOTA -> "billing_error";
            case THROTTLED -> "rate_limit_error";
            case NOT_READY -> "overloaded_error";
            case TIMEOUT -> "timeout_error";
            case MODEL_ERROR, UNAVAILABLE, INTERNAL, UNKNOWN -> "api_error";
          };
      case CHAT ->
          switch (kind) {
            case VALIDATION -> "invalid_request_error";
            case ACCESS_DENIED -> "invalid_api_key";
            case NOT_FOUND -> "model_not_found";
            case QUOTA -> "insufficient_quota";
            case THROTTLED -> "rate_limit_exceeded";
            case NOT_READY -> "server_is_overloaded";
            case UNAVAILABLE -> "service_unavailable_error";
            case TIMEOUT, MODEL_ERROR, INTERNAL, UNKNOWN -> "server_error";
          };
    };
  }

  WireRequest request(ModelRequest request) {
    return codec()
        .request(endpoint(), request, ModelCatalogue.builtIn().profile(request.model(), route))
        .request();
  }
}
