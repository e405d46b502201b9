package dev.toolwire.model;

/// Why there is no (whole) answer. The subtype says whose fault it was and what to do.
public abstract sealed class ModelException extends RuntimeException
    permits ProviderException,
        TransportException,
        CredentialsException,
        MalformedWireException,
        TruncatedStreamException,
        SilenceException,
        UnsupportedOnWireException {

  private static final long serialVersionUID = 1L;

  ModelException(String message) {
    super(message);
  }

  ModelException(String message, Throwable cause) {
    super(message, cause);
  }
}
