package dev.toolwire.model;

/// The request holds something that this wire or model cannot say; nothing was sent.
public final class UnsupportedOnWireException extends ModelException {

  private static final long serialVersionUID = 1L;

  public UnsupportedOnWireException(String message) {
    super(message);
  }
}
