package dev.toolwire.lab.judge;

import dev.toolwire.loop.Outcome;
import dev.toolwire.model.ErrorKind;
import dev.toolwire.model.ModelException;
import dev.toolwire.model.ProviderException;

/// How a turn ended, and whose doing that was.
///
/// @param words what there is to say about it: the limit, the stop reason, the error; may be empty
public record Ending(Kind kind, String words) {

  /// The kinds of ending.
  public enum Kind {
    /// The model answered.
    ANSWERED,
    /// A limit was reached first.
    LIMITED,
    /// The model stopped in a way that leaves nothing to use, such as `max_tokens` or `refusal`.
    STOPPED,
    /// The provider says that the model itself failed.
    MODEL_FAILED,
    /// The provider, the network, the credentials or the request were at fault. It says nothing
    /// about the model.
    INFRASTRUCTURE,
    /// Somebody ended it, or it waits for somebody.
    CANCELLED;

    /// Whether it says something about the model.
    public boolean isTheModels() {
      return this != INFRASTRUCTURE && this != CANCELLED;
    }
  }

  /// The model answered.
  public static final Ending ANSWERED = new Ending(Kind.ANSWERED, "");

  /// How a turn ended whose run ended so.
  public static Ending of(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Answered _ -> ANSWERED;
      case Outcome.Limited limited -> new Ending(Kind.LIMITED, limited.limit().toString());
      case Outcome.Stopped stopped -> new Ending(Kind.STOPPED, stopped.reason().value());
      case Outcome.Failed failed -> of(failed.cause());
      case Outcome.Cancelled _ -> new Ending(Kind.CANCELLED, "cancelled");
      case Outcome.Paused _ -> new Ending(Kind.CANCELLED, "a call waits for approval");
    };
  }

  /// How a turn ended that failed so. Only an error that the provider lays at the model's own door
  /// is the model's; a refused request is the fault of whoever made it.
  public static Ending of(ModelException failure) {
    boolean isTheModels =
        failure instanceof ProviderException provider && provider.kind() == ErrorKind.MODEL_ERROR;
    return new Ending(
        isTheModels ? Kind.MODEL_FAILED : Kind.INFRASTRUCTURE,
        String.valueOf(failure.getMessage()));
  }
}
