package dev.toolwire.conversation;

/// A history that no provider would take; the message says which rule it breaks and where.
public final class InvalidConversationException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  InvalidConversationException(String message) {
    super(message);
  }
}
