package dev.toolwire.model;

import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;

/// The provider answered with an error, as an HTTP status or inside a stream.
public final class ProviderException extends ModelException {

  private static final long serialVersionUID = 1L;

  private final Fault fault;

  /// Whether the provider says that the same request may be sent again.
  public enum Advice {
    /// It does not say; the [kind][ErrorKind] of the error does.
    NONE,
    RETRY,
    GIVE_UP
  }

  /// What the provider said.
  ///
  /// @param kind the class of error, the same on every wire
  /// @param status the HTTP status, or its equivalent for an error inside a stream
  /// @param type the provider's name for it, such as `ThrottlingException`
  /// @param message the provider's words
  /// @param requestId for the provider's support; empty if there was none
  /// @param inStream whether the answer had begun
  /// @param retryAfter how long the provider asks to wait; zero if it does not say
  /// @param advice whether it says that asking again may help
  public record Fault(
      ErrorKind kind,
      int status,
      String type,
      String message,
      String requestId,
      boolean inStream,
      Duration retryAfter,
      Advice advice)
      implements Serializable {

    /// An error without advice.
    public Fault(
        ErrorKind kind,
        int status,
        String type,
        String message,
        String requestId,
        boolean inStream,
        Duration retryAfter) {
      this(kind, status, type, message, requestId, inStream, retryAfter, Advice.NONE);
    }
  }

  public ProviderException(Fault fault) {
    super(describe(fault));
    this.fault = fault;
  }

  private static String describe(Fault fault) {
    String where = fault.inStream() ? "in the stream" : "HTTP " + fault.status();
    String id = fault.requestId().isEmpty() ? "" : ", request " + fault.requestId();
    return fault.type() + " (" + where + id + "): " + fault.message();
  }

  public Fault fault() {
    return fault;
  }

  public ErrorKind kind() {
    return fault.kind();
  }

  /// Whether the same request may well succeed later. It says nothing about whether it is safe to
  /// repeat: after the first event of a stream it is not.
  public boolean isRetryable() {
    return switch (fault.advice()) {
      case RETRY -> true;
      case GIVE_UP -> false;
      case NONE -> fault.kind().isRetryable();
    };
  }

  public Optional<Duration> retryAfter() {
    return fault.retryAfter().isZero() ? Optional.empty() : Optional.of(fault.retryAfter());
  }
}
