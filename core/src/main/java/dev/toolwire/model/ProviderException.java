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

  /// What a provider says beside the type of an error.
  ///
  /// @param code a finer name than the type, such as `context_length_exceeded`; empty without one
  /// @param param what of the request it is about, such as `tools[0].function.name`; empty if it
  ///   does not say
  public record Detail(String code, String param) implements Serializable {

    /// Nothing beside the type.
    public static final Detail NONE = new Detail("", "");
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
  /// @param detail its finer name and its place in the request, on wires that have them
  public record Fault(
      ErrorKind kind,
      int status,
      String type,
      String message,
      String requestId,
      boolean inStream,
      Duration retryAfter,
      Advice advice,
      Detail detail)
      implements Serializable {

    /// An error without detail.
    public Fault(
        ErrorKind kind,
        int status,
        String type,
        String message,
        String requestId,
        boolean inStream,
        Duration retryAfter,
        Advice advice) {
      this(kind, status, type, message, requestId, inStream, retryAfter, advice, Detail.NONE);
    }

    /// An error without advice and detail.
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

    /// The name that tells most: the code, or the type of an error without one.
    public String name() {
      return detail.code().isEmpty() ? type : detail.code();
    }

    /// The same error with another status.
    public Fault withStatus(int other) {
      return new Fault(kind, other, type, message, requestId, inStream, retryAfter, advice, detail);
    }

    /// The same error in the words of another wire, without what only the first could say
    /// ([#detail]).
    public Fault renamed(String other, int otherStatus) {
      return new Fault(kind, otherStatus, other, message, requestId, inStream, retryAfter, advice);
    }

    /// The same error with another id for support.
    public Fault withRequestId(String id) {
      return new Fault(kind, status, type, message, id, inStream, retryAfter, advice, detail);
    }

    /// The same error with more to say.
    public Fault withDetail(Detail more) {
      return new Fault(kind, status, type, message, requestId, inStream, retryAfter, advice, more);
    }
  }

  public ProviderException(Fault fault) {
    super(describe(fault));
    this.fault = fault;
  }

  private static String describe(Fault fault) {
    String where = fault.inStream() ? "in the stream" : "HTTP " + fault.status();
    String id = fault.requestId().isEmpty() ? "" : ", request " + fault.requestId();
    String param = fault.detail().param();
    boolean saysWhere = param.isEmpty() || fault.message().contains(param);
    String about = saysWhere ? "" : " (" + param + ")";
    return fault.name() + " (" + where + id + "): " + fault.message() + about;
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
