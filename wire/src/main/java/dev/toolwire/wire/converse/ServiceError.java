package dev.toolwire.wire.converse;

import dev.toolwire.model.ErrorKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The errors that the service names, as an HTTP answer or inside a stream, where the name begins
/// with a small letter and the status is the one that HTTP would have given.
///
/// The statuses are those of the service model; names that only the front end uses are at [Common
/// Errors](https://docs.aws.amazon.com/bedrock/latest/APIReference/CommonErrors.html).
enum ServiceError {
  VALIDATION("ValidationException", 400, ErrorKind.VALIDATION),
  SERIALIZATION("SerializationException", 400, ErrorKind.VALIDATION),
  QUOTA("ServiceQuotaExceededException", 400, ErrorKind.QUOTA),
  CONFLICT("ConflictException", 400, ErrorKind.VALIDATION),
  INCOMPLETE_SIGNATURE("IncompleteSignature", 400, ErrorKind.ACCESS_DENIED),
  INCOMPLETE_SIGNATURE_EXCEPTION("IncompleteSignatureException", 400, ErrorKind.ACCESS_DENIED),
  INVALID_TOKEN_ID("InvalidClientTokenId", 403, ErrorKind.ACCESS_DENIED),
  MISSING_TOKEN("MissingAuthenticationTokenException", 403, ErrorKind.ACCESS_DENIED),
  ACCESS_DENIED("AccessDeniedException", 403, ErrorKind.ACCESS_DENIED),
  UNRECOGNIZED_CLIENT("UnrecognizedClientException", 403, ErrorKind.ACCESS_DENIED),
  INVALID_SIGNATURE("InvalidSignatureException", 403, ErrorKind.ACCESS_DENIED),
  EXPIRED_TOKEN("ExpiredTokenException", 403, ErrorKind.ACCESS_DENIED),
  NOT_FOUND("ResourceNotFoundException", 404, ErrorKind.NOT_FOUND),
  UNKNOWN_OPERATION("UnknownOperationException", 404, ErrorKind.NOT_FOUND),
  MODEL_TIMEOUT("ModelTimeoutException", 408, ErrorKind.TIMEOUT),
  MODEL_ERROR("ModelErrorException", 424, ErrorKind.MODEL_ERROR),
  MODEL_STREAM_ERROR("ModelStreamErrorException", 424, ErrorKind.MODEL_ERROR),
  THROTTLING("ThrottlingException", 429, ErrorKind.THROTTLED),
  MODEL_NOT_READY("ModelNotReadyException", 429, ErrorKind.NOT_READY),
  INTERNAL_SERVER("InternalServerException", 500, ErrorKind.INTERNAL),
  SERVICE_UNAVAILABLE("ServiceUnavailableException", 503, ErrorKind.UNAVAILABLE);

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

  ErrorKind kind() {
    return kind;
  }

  /// The error called `name`, in either spelling.
  static Optional<ServiceError> named(String name) {
    return Arrays.stream(values()).filter(error -> error.type.equalsIgnoreCase(name)).findFirst();
  }

  /// What the service calls an error of which only the kind is known.
  ///
  /// @param inStream whether it is said inside a stream, which has fewer names
  static ServiceError of(ErrorKind kind, boolean inStream) {
    return switch (kind) {
      case VALIDATION -> VALIDATION;
      case ACCESS_DENIED -> ACCESS_DENIED;
      case NOT_FOUND -> NOT_FOUND;
      case QUOTA -> QUOTA;
      case THROTTLED -> THROTTLING;
      case NOT_READY, UNAVAILABLE -> SERVICE_UNAVAILABLE;
      case TIMEOUT -> MODEL_TIMEOUT;
      case MODEL_ERROR -> inStream ? MODEL_STREAM_ERROR : MODEL_ERROR;
      case INTERNAL, UNKNOWN -> INTERNAL_SERVER;
    };
  }

  /// What an HTTP status says of an error without a name that we know.
  static ErrorKind kindOf(int status) {
    return switch (status) {
      case 400, 413, 422 -> ErrorKind.VALIDATION;
      case 401, 403 -> ErrorKind.ACCESS_DENIED;
      case 404 -> ErrorKind.NOT_FOUND;
      case 408 -> ErrorKind.TIMEOUT;
      case 424 -> ErrorKind.MODEL_ERROR;
      case 429 -> ErrorKind.THROTTLED;
      case 503 -> ErrorKind.UNAVAILABLE;
      default -> status >= 500 && status < 600 ? ErrorKind.INTERNAL : ErrorKind.UNKNOWN;
    };
  }

  /// A type as a stream writes it: `throttlingException`.
  static String inStream(String type) {
    return type.isEmpty()
        ? type
        : type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
  }
}
