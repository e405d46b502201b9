package dev.toolwire.model;

/// The classes of error that every provider has, under whatever name.
public enum ErrorKind {
  /// The request is wrong, or asks for what the model cannot do.
  VALIDATION(false),
  /// Wrong or expired credentials, or no permission.
  ACCESS_DENIED(false),
  /// No such model.
  NOT_FOUND(false),
  /// A quota is used up; waiting a moment does not help.
  QUOTA(false),
  /// Too many requests or tokens at the moment.
  THROTTLED(true),
  /// The model is loading or overloaded.
  NOT_READY(true),
  /// The model was too slow.
  TIMEOUT(false),
  /// The model itself failed.
  MODEL_ERROR(false),
  /// The service is not available at the moment.
  UNAVAILABLE(true),
  /// The service failed.
  INTERNAL(true),
  /// An error with a name that this version of Toolwire does not know.
  UNKNOWN(false);

  private final boolean retryable;

  ErrorKind(boolean retryable) {
    this.retryable = retryable;
  }

  /// What an HTTP status says of an error whose name says nothing.
  ///
  /// @see <a href="https://www.rfc-editor.org/rfc/rfc9110#status.codes">RFC 9110, Status Codes</a>;
  ///   529 is what overloaded models answer with
  public static ErrorKind ofStatus(int status) {
    return switch (status) {
      case 400, 412, 413, 422 -> VALIDATION;
      case 401, 403 -> ACCESS_DENIED;
      case 402 -> QUOTA;
      case 404 -> NOT_FOUND;
      case 408, 504 -> TIMEOUT;
      case 409, 502, 503 -> UNAVAILABLE;
      case 429 -> THROTTLED;
      case 529 -> NOT_READY;
      default -> status >= 500 && status < 600 ? INTERNAL : UNKNOWN;
    };
  }

  /// Whether the same request may well succeed a little later.
  public boolean isRetryable() {
    return retryable;
  }
}
