package dev.toolwire.conformance;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/// Retries without the pauses between them.
final class NoWait implements com.anthropic.core.Sleeper, com.openai.core.Sleeper {

  @Override
  public void sleep(Duration time) {}

  @Override
  public CompletableFuture<Void> sleepAsync(Duration time) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void close() {}
}
