package dev.toolwire.model;

import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// What happens to a request that its wire, or its model, cannot be told as it stands. Asked before
/// anything is sent, and only if there are losses; what it throws, the caller of the model gets.
/// The usual ones are methods and not constants, since an AOT cache keeps no lambda of an interface
/// that has to be initialized.
@FunctionalInterface
public interface LossPolicy {

  /// Logs each loss and sends: at info, or at debug if it is harmless ([Loss.Kind#isHarmless]).
  /// This is the default.
  static LossPolicy log() {
    return (request, losses) -> {
      var log = LoggerFactory.getLogger(LossPolicy.class);
      for (Loss loss : losses) {
        var level = loss.kind().isHarmless() ? Level.DEBUG : Level.INFO;
        log.atLevel(level).log("to {}: {}", request.model(), loss);
      }
    };
  }

  /// Refuses what would lose more than a name or a form.
  static LossPolicy forbid() {
    return (request, losses) -> {
      Losses real = losses.real();
      if (!real.isEmpty()) {
        throw new UnsupportedOnWireException(
            "the request to "
                + request.model()
                + " was not sent, because its wire cannot say all of it and losses are forbidden:\n"
                + real);
      }
    };
  }

  void decide(ModelRequest request, Losses losses);

  /// This policy, then `next`.
  default LossPolicy and(LossPolicy next) {
    return (request, losses) -> {
      decide(request, losses);
      next.decide(request, losses);
    };
  }
}
