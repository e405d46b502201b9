package dev.toolwire.simulator;

import dev.toolwire.model.ErrorKind;
import dev.toolwire.model.ProviderException.Fault;
import java.time.Duration;
import java.util.Locale;

/// What goes wrong on purpose, as errors that each wire then says in its own words: their kind
/// decides, and their name only where it is the wire's own.
final class Failures {

  private Failures() {}

  /// A request is wrong.
  static Fault validation(String message, String requestId) {
    return new Fault(
        ErrorKind.VALIDATION, 400, "ValidationException", message, requestId, false, Duration.ZERO);
  }

  /// The HTTP error that a fault asks for.
  static Fault of(dev.toolwire.simulator.Fault.Status asked, String requestId) {
    return new Fault(
        kind(asked.type()),
        asked.status(),
        asked.type(),
        FaultText.wordsFor(asked.type()),
        requestId,
        false,
        asked.retryAfter());
  }

  /// An error that strikes when the answer has begun.
  static Fault inStream(String type, String requestId) {
    return new Fault(
        kind(type), statusOf(type), type, FaultText.wordsFor(type), requestId, true, Duration.ZERO);
  }

  /// The HTTP error that an answer in one piece is replaced by where a stream would fail.
  static Fault instead(String type, String requestId) {
    String name = Character.toUpperCase(type.charAt(0)) + type.substring(1);
    return new Fault(
        kind(type),
        statusOf(type),
        type.endsWith("Exception") ? name : type,
        FaultText.wordsFor(type),
        requestId,
        false,
        Duration.ZERO);
  }

  static Fault withId(Fault fault, String requestId) {
    return fault.withRequestId(requestId);
  }

  /// The HTTP status of an error that a stream names.
  static int statusOf(String type) {
    return switch (kind(type)) {
      case VALIDATION -> 400;
      case ACCESS_DENIED -> 403;
      case NOT_FOUND -> 404;
      case TIMEOUT -> 408;
      case MODEL_ERROR -> 424;
      case THROTTLED, QUOTA -> 429;
      case UNAVAILABLE -> 503;
      case NOT_READY -> 529;
      case INTERNAL, UNKNOWN -> 500;
    };
  }

  /// What kind of error a name stands for, on whichever wire it is used.
  static ErrorKind kind(String type) {
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "validationexception", "invalid_request_error" -> ErrorKind.VALIDATION;
      case "accessdeniedexception", "permission_error", "authentication_error" ->
          ErrorKind.ACCESS_DENIED;
      case "resourcenotfoundexception", "not_found_error" -> ErrorKind.NOT_FOUND;
      case "modeltimeoutexception", "timeout_error" -> ErrorKind.TIMEOUT;
      case "modelstreamerrorexception", "modelerrorexception" -> ErrorKind.MODEL_ERROR;
      case "throttlingexception", "rate_limit_error", "rate_limit_exceeded" -> ErrorKind.THROTTLED;
      case "servicequotaexceededexception", "billing_error", "insufficient_quota" ->
          ErrorKind.QUOTA;
      case "serviceunavailableexception", "service_unavailable_error" -> ErrorKind.UNAVAILABLE;
      case "modelnotreadyexception", "overloaded_error" -> ErrorKind.NOT_READY;
      case "internalserverexception", "api_error", "server_error" -> ErrorKind.INTERNAL;
      default -> ErrorKind.UNKNOWN;
    };
  }
}
