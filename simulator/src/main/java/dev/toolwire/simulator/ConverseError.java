package dev.toolwire.simulator;

import dev.toolwire.model.ErrorKind;

/// What Converse calls an error of which only the kind is known.
///
/// @param status that HTTP gives it
/// @param type as HTTP names it; a stream begins it with a small letter
record ConverseError(int status, String type) {

  static ConverseError of(ErrorKind kind) {
    return switch (kind) {
      case VALIDATION -> new ConverseError(400, "ValidationException");
      case ACCESS_DENIED -> new ConverseError(403, "AccessDeniedException");
      case NOT_FOUND -> new ConverseError(404, "ResourceNotFoundException");
      case QUOTA -> new ConverseError(400, "ServiceQuotaExceededException");
      case THROTTLED -> new ConverseError(429, "ThrottlingException");
      case NOT_READY, UNAVAILABLE -> new ConverseError(503, "ServiceUnavailableException");
      case TIMEOUT -> new ConverseError(408, "ModelTimeoutException");
      case MODEL_ERROR -> new ConverseError(424, "ModelErrorException");
      case INTERNAL, UNKNOWN -> new ConverseError(500, "InternalServerException");
    };
  }

  String inStream() {
    return Character.toLowerCase(type.charAt(0)) + type.substring(1);
  }
}
