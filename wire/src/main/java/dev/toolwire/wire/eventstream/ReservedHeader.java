package dev.toolwire.wire.eventstream;

/// The header names that carry a message's kind, by the specification's words.
final class ReservedHeader {
  static final String MESSAGE_TYPE = ":message-type";
  static final String EVENT_TYPE = ":event-type";
  static final String EXCEPTION_TYPE = ":exception-type";
  static final String ERROR_CODE = ":error-code";
  static final String ERROR_MESSAGE = ":error-message";
  static final String CONTENT_TYPE = ":content-type";

  private ReservedHeader() {}
}
