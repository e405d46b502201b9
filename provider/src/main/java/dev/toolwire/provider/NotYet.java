package dev.toolwire.provider;

import java.net.SocketTimeoutException;

/// Unwinds a read that would have to wait longer than its caller wants to. Every layer takes it for
/// a socket's timeout and can be asked again afterwards: HTTP's parsers and TLS keep what they have
/// of a line, a chunk or a record. One for all, without a stack trace, because it comes with every
/// packet.
final class NotYet extends SocketTimeoutException {

  @SuppressWarnings("StaticAssignmentOfThrowable") // it has no trace that could be the wrong one
  static final NotYet INSTANCE = new NotYet();

  private static final long serialVersionUID = 1;

  private NotYet() {}

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
