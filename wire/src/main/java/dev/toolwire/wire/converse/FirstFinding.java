package dev.toolwire.wire.converse;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Keeps the first of the messages that it is given: the service tells only one broken rule.
final class FirstFinding implements Consumer<String> {

  private @Nullable String message;

  @Override
  public void accept(String found) {
    if (message == null) {
      message = found;
    }
  }

  Optional<String> message() {
    return Optional.ofNullable(message);
  }
}
