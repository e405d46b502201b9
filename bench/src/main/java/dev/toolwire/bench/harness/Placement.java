package dev.toolwire.bench.harness;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Which processors a server and a contender get. Where the scheduler is left to choose, a loop's
/// CPU time says more about its choice than about the contender: waking a process on an idle
/// processor of a virtual machine costs several times as much as on the one that is running.
///
/// On a machine without `taskset`, or with one processor, nobody is bound to anything.
public enum Placement {
  /// Each has a processor of its own, as if the server were far away; waking up counts fully.
  APART,
  /// Both share one processor; what is left is mostly the contender's own work.
  TOGETHER;

  private static final boolean POSSIBLE =
      Runtime.getRuntime().availableProcessors() > 1 && hasTaskset();

  private static boolean hasTaskset() {
    try {
      return new ProcessBuilder("taskset", "-V").start().waitFor(5, TimeUnit.SECONDS);
    } catch (IOException none) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  public ProcessBuilder server(ProcessBuilder process) {
    return on(0, process);
  }

  public ProcessBuilder contender(ProcessBuilder process) {
    return on(contendersProcessor(), process);
  }

  /// Moves a contender that runs already, with all its threads.
  public void move(LineProcess contender) throws IOException, InterruptedException {
    if (POSSIBLE) {
      String processor = "" + contendersProcessor();
      new ProcessBuilder("taskset", "-acp", processor, "" + contender.pid())
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    }
  }

  private int contendersProcessor() {
    return switch (this) {
      case APART -> 1;
      case TOGETHER -> 0;
    };
  }

  private static ProcessBuilder on(int processor, ProcessBuilder process) {
    if (POSSIBLE) {
      process.command().addAll(0, List.of("taskset", "-c", "" + processor));
    }
    return process;
  }
}
