package dev.toolwire.model;

/// The peer broke its protocol: a bad checksum, text that is not JSON, an event out of order.
public final class MalformedWireException extends ModelException {

  private static final long serialVersionUID = 1L;

  public MalformedWireException(String message) {
    super(message);
  }

  public MalformedWireException(String message, Throwable cause) {
    super(message, cause);
  }
}
