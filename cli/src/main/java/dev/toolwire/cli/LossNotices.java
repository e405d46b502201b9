package dev.toolwire.cli;

import dev.toolwire.model.Loss;
import dev.toolwire.model.LossPolicy;
import dev.toolwire.model.Losses;
import dev.toolwire.model.ModelRequest;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Tells a person what was not sent as it stands: each loss once, although a history is sent again
/// and again; other forms of the same are not told.
///
/// @param told the losses that were told before
record LossNotices(Consumer<String> say, Set<Loss> told) implements LossPolicy {

  /// What to do about losses.
  enum Choice {
    LOG,
    FORBID
  }

  static LossPolicy of(Choice choice, Consumer<String> say) {
    return switch (choice) {
      case LOG -> new LossNotices(say, ConcurrentHashMap.newKeySet());
      case FORBID -> LossPolicy.forbid();
    };
  }

  @Override
  public void decide(ModelRequest request, Losses losses) {
    for (Loss loss : losses.real()) {
      if (told.add(loss)) {
        say.accept(loss.toString());
      }
    }
  }
}
