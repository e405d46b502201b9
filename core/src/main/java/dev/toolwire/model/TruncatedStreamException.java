package dev.toolwire.model;

/// The stream ended before its proper end. What came before may have been shown to a person
/// already, so nothing asks again by itself.
public final class TruncatedStreamException extends ModelException {

  private static final long serialVersionUID = 1L;

  public TruncatedStreamException(String message) {
    super(message);
  }

  public TruncatedStreamException(String message, Throwable cause) {
    super(message, cause);
  }
}
