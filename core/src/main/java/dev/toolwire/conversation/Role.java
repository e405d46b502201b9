package dev.toolwire.conversation;

/// Who speaks in a [Message].
///
/// Converse and Messages know `user` and `assistant`; tool results travel inside user messages.
/// `SYSTEM` is for instructions in the middle of a conversation, which few models take; the system
/// prompt proper is no message but a part of the request.
public enum Role {
  USER,
  ASSISTANT,
  SYSTEM
}
