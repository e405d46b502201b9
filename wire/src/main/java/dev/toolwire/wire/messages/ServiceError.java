package dev.toolwire.wire.messages;

import dev.toolwire.model.ErrorKind;
import dev.toolwire.model.ProviderException.Fault;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/// The errors that the service names, each with the status that HTTP gives it; inside a stream, the
/// status was 200.
///
/// @see <a href="https://platform.claude.com/docs/en/api/errors">Errors</a>
enum ServiceError {
  INVALID_REQUEST("invalid_request_error", 400, ErrorKind.VALIDATION),
  AUTHENTICATION("authentication_error", 401, ErrorKind.ACCESS_DENIED),
  BILLING("billing_error", 402, ErrorKind.QUOTA),
  PERMISSION("permission_error", 403, ErrorKind.ACCESS_DENIED),
  NOT_FOUND("not_found_error", 404, ErrorKind.NOT_FOUND),
  CONFLICT("conflict_error", 409, ErrorKind.UNAVAILABLE),
  TOO_LARGE("request_too_large", 413, ErrorKind.VALIDATION),
  RATE_LIMIT("rate_limit_error", 429, ErrorKind.THROTTLED),
  API("api_error", 500, ErrorKind.INTERNAL),
  TIMEOUT("timeout_error", 504, ErrorKind.TIMEOUT),
  OVERLOADED("overloaded_error", 529, ErrorKind.NOT_READY);

  /// The code of a request that wants the server to hold the conversation, which it does not: SDKs
  /// then send all of it with every request.
  static final String THREAD_UNSUPPORTED = "thread_unsupported_request";

  /// Waiting does not help against these: `error.details.error_code`.
  private static final Set<String> SPENT =
      Set.of("enforced_spend_limit_reached", "contract_spend_limit_reached");

  private final String type;
  private final int status;
  private final ErrorKind kind;

  ServiceError(String type, int status, ErrorKind kind) {
    this.type = type;
    this.status = status;
    this.kind = kind;
  }

  String type() {
    return type;
  }

  int status() {
    return status;
  }

  static Optional<ServiceError> named(String type) {
    return Arrays.stream(values()).filter(error -> error.type.equals(type)).findFirst();
  }

  /// The error that this wire has for a fault with another wire's name.
  static ServiceError of(Fault fault) {
    return switch (fault.kind()) {
      case VALIDATION -> INVALID_REQUEST;
      case ACCESS_DENIED -> fault.status() == AUTHENTICATION.status ? AUTHENTICATION : PERMISSION;
      case NOT_FOUND -> NOT_FOUND;
      case QUOTA -> BILLING;
      case THROTTLED -> RATE_LIMIT;
      case NOT_READY -> OVERLOADED;
      case TIMEOUT -> TIMEOUT;
      case MODEL_ERROR, UNAVAILABLE, INTERNAL, UNKNOWN -> API;
    };
  }

  /// What kind of error it is; `code` may be empty.
  static ErrorKind kind(String type, String code, int status) {
    if (SPENT.contains(code)) {
      return ErrorKind.QUOTA;
    }
    return named(type).map(error -> error.kind).orElseGet(() -> ErrorKind.ofStatus(status));
  }
}
