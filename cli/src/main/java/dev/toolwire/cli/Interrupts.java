package dev.toolwire.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Tells a command that it should end: Ctrl-C, or a request to terminate.
@FunctionalInterface
interface Interrupts {

  /// How long the process waits for a command that was told to end to leave off its work.
  Duration GRACE = Duration.ofSeconds(3);

  /// How long it waits from then on: what has been done until then may take a while to report.
  Duration CONCLUSION = Duration.ofMinutes(1);

  /// The exit code of a command that was interrupted, as shells have it: 128 and the number of
  /// SIGINT.
  int EXIT_CODE = 130;

  /// The signals of this process. A command that leaves off within [#GRACE] and ends within
  /// [#CONCLUSION] keeps its own exit code.
  Interrupts OF_PROCESS = Interrupts::atShutdown;

  /// Runs `action`, on another thread, when the calling command should end; until closed.
  Registration whenInterrupted(Runnable action);

  /// Ends the wish to be told: the work that could be left off is over.
  @FunctionalInterface
  interface Registration extends AutoCloseable {
    @Override
    void close();
  }

  private static Registration atShutdown(Runnable action) {
    var command = Thread.currentThread();
    var leftOff = new CountDownLatch(1);
    var hook =
        Thread.ofPlatform()
            .name("interrupt")
            .unstarted(() -> {
              action.run();
              await(leftOff, command);
            });
    Runtime.getRuntime().addShutdownHook(hook);
    return () -> {
      leftOff.countDown();
      remove(hook);
    };
  }

  private static void await(CountDownLatch leftOff, Thread command) {
    try {
      if (leftOff.await(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
        command.join(CONCLUSION);
      }
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
