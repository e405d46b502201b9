package dev.toolwire.bench.loop;

import java.io.IOException;

/// Somebody who can have the conversation of [Peppers]. For one thread at a time.
public interface LoopContender extends AutoCloseable {

  /// Asks `model` and runs its tools until it answers; gives the answer.
  String ask(String model, boolean streaming) throws IOException;

  @Override
  void close();
}
