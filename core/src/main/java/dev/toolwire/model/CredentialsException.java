package dev.toolwire.model;

/// There are no usable credentials for the provider; nothing was sent. The message says where they
/// were looked for, never what they are.
public final class CredentialsException extends ModelException {

  private static final long serialVersionUID = 1L;

  public CredentialsException(String message) {
    super(message);
  }

  public CredentialsException(String message, Throwable cause) {
    super(message, cause);
  }
}
