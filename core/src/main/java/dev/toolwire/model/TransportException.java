package dev.toolwire.model;

/// The provider could not be reached, or the connection broke: nobody listens, no such host, TLS
/// refused, reset. Also thrown to a thread that waits on a stream which another thread closes.
public final class TransportException extends ModelException {

  private static final long serialVersionUID = 1L;

  public TransportException(String message) {
    super(message);
  }

  public TransportException(String message, Throwable cause) {
    super(message, cause);
  }
}
