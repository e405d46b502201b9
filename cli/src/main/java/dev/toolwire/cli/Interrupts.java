package dev.toolwire.cli;

import java.time.Duration;

/// Tells a command that it should end: Ctrl-C, or a request to terminate.
@FunctionalInterface
interface Interrupts {

  /// How long the process waits for a command that was told to end.
  Duration GRACE = Duration.ofSeconds(3);

  /// The exit code of a command that was interrupted, as shells have it: 128 and the number of
  /// SIGINT.
  int EXIT_CODE = 130;

  /// The signals of this process. A command that ends within [#GRACE] keeps its own exit code.
  Interrupts OF_PROCESS = Interrupts::atShutdown;

  /// Runs `action`, on another thread, when the calling command should end; until closed.
  Registration whenInterrupted(Runnable action);

  /// Ends the wish to be told.
  @FunctionalInterface
  interface Registration extends AutoCloseable {
    @Override
    void close();
  }

  private static Registration atShutdown(Runnable action) {
    var command = Thread.currentThread();
    var hook =
        Thread.ofPlatform()
            .name("interrupt")
            .unstarted(() -> {
              action.run();
              join(command);
            });
    Runtime.getRuntime().addShutdownHook(hook);
    return () -> remove(hook);
  }

  private static void join(Thread command) {
    try {
      command.join(GRACE);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // The process is ending already, which is what the hook was for.
    }
  }
}
