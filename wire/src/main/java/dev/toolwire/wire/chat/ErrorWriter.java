package dev.toolwire.wire.chat;

import dev.toolwire.model.ProviderException.Fault;
import dev.toolwire.wire.json.JsonBytes;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/// Writes errors. An error has a type, mostly a code and sometimes the place that it is about; a
/// [Fault] has one name, so that is the code, or the type of an error without one, and the place
/// stands behind it: `string_above_max_length@messages[4].tool_calls[0].id`.
final class ErrorWriter {

  private static final char PLACE = '@';

  /// Types that may stand without a code.
  private static final Set<String> TYPES =
      Set.of(
          ServiceError.INVALID_REQUEST,
          "authentication_error",
          "permission_error",
          "rate_limit_error",
          "server_error",
          "service_unavailable_error");

  private ErrorWriter() {}

  /// The name of an error at a place.
  static String name(String codeOrType, String param) {
    return param.isEmpty() ? codeOrType : codeOrType + PLACE + param;
  }

  static byte[] body(Fault fault) {
    String name = bare(fault.type());
    String code = TYPES.contains(name) ? null : code(fault, name);
    String type = TYPES.contains(name) ? name : type(fault);
    String param =
        fault.type().indexOf(PLACE) < 0
            ? null
            : fault.type().substring(fault.type().indexOf(PLACE) + 1);
    return JsonBytes.write(out -> {
      out.writeStartObject();
      out.writeObjectPropertyStart("error");
      out.writeStringProperty("message", fault.message());
      out.writeStringProperty(ChatWords.TYPE, type);
      nullable(out, "param", param);
      nullable(out, "code", code);
      out.writeEndObject();
      out.writeEndObject();
    });
  }

  private static String bare(String type) {
    int at = type.indexOf(PLACE);
    return at < 0 ? type : type.substring(0, at);
  }

  /// A name of this wire stays; another wire's becomes ours for the same.
  private static @Nullable String code(Fault fault, String name) {
    if (name.matches("[a-z][a-z_0-9]*")) {
      return name;
    }
    return switch (fault.kind()) {
      case THROTTLED -> "rate_limit_exceeded";
      case QUOTA -> "insufficient_quota";
      case NOT_READY -> "server_is_overloaded";
      case NOT_FOUND -> "model_not_found";
      case ACCESS_DENIED -> "invalid_api_key";
      case VALIDATION, TIMEOUT, MODEL_ERROR, UNAVAILABLE, INTERNAL, UNKNOWN -> null;
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

  private static void nullable(JsonGenerator out, String member, @Nullable String value) {
    if (value == null) {
      out.writeNullProperty(member);
    } else {
      out.writeStringProperty(member, value);
    }
  }
}
