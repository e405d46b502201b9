package dev.toolwire.wire.chat;

import dev.toolwire.json.JsonText;
import dev.toolwire.model.ProviderException.Fault;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/// Writes errors: their type, mostly a code, and sometimes the place that they are about.
final class ErrorWriter {

  /// Types of this wire, which may stand without a code.
  private static final Set<String> TYPES =
      Set.of(
          ServiceError.INVALID_REQUEST,
          "authentication_error",
          "permission_error",
          "rate_limit_error",
          "requests",
          "tokens",
          "server_error",
          "service_unavailable_error");

  private ErrorWriter() {}

  static byte[] body(Fault fault) {
    boolean ours = TYPES.contains(fault.type());
    String given = fault.detail().code();
    String code = ours || !given.isEmpty() ? given : code(fault);
    return JsonText.write(out -> {
      out.writeStartObject();
      out.writeObjectPropertyStart("error");
      out.writeStringProperty("message", fault.message());
      out.writeStringProperty(ChatWords.TYPE, ours ? fault.type() : type(fault));
      textOrNull(out, "param", fault.detail().param());
      textOrNull(out, "code", code);
      out.writeEndObject();
      out.writeEndObject();
    });
  }

  /// A type that is a code of this wire stays; another wire's becomes ours for the same.
  private static String code(Fault fault) {
    if (fault.type().matches("[a-z][a-z_0-9]*")) {
      return fault.type();
    }
    return switch (fault.kind()) {
      case THROTTLED -> "rate_limit_exceeded";
      case QUOTA -> "insufficient_quota";
      case NOT_READY -> "server_is_overloaded";
      case NOT_FOUND -> "model_not_found";
      case ACCESS_DENIED -> "invalid_api_key";
      case VALIDATION, TIMEOUT, MODEL_ERROR, UNAVAILABLE, INTERNAL, UNKNOWN -> "";
    };
  }

  private static String type(Fault fault) {
    return switch (fault.kind()) {
      case THROTTLED -> "requests";
      case QUOTA -> "insufficient_quota";
      case NOT_READY, UNAVAILABLE -> "service_unavailable_error";
      case VALIDATION, ACCESS_DENIED, NOT_FOUND -> ServiceError.INVALID_REQUEST;
      case TIMEOUT, MODEL_ERROR, INTERNAL, UNKNOWN -> "server_error";
    };
  }

  /// The status for a kind of error, where another wire has another.
  static int status(Fault fault) {
    return switch (fault.kind()) {
      case QUOTA -> 429;
      case MODEL_ERROR -> 500;
      case NOT_READY -> 503;
      case ACCESS_DENIED -> fault.status() == 403 ? 403 : 401;
      case VALIDATION, NOT_FOUND, THROTTLED, TIMEOUT, UNAVAILABLE, INTERNAL, UNKNOWN ->
          fault.status();
    };
  }

  private static void textOrNull(JsonGenerator out, String member, String value) {
    if (value.isEmpty()) {
      out.writeNullProperty(member);
    } else {
      out.writeStringProperty(member, value);
    }
  }
}
