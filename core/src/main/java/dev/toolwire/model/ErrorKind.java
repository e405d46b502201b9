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

  /// Whether the same request may well succeed a little later.
  public boolean isRetryable() {
    return retryable;
  }
}
