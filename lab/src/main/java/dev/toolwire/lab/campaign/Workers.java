package dev.toolwire.lab.campaign;

import dev.toolwire.lab.campaign.Campaign.Work;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Runs tasks on virtual threads, a few at once, and hands over what comes of them as it comes. For
/// one thread; closing it ends the runs under way and waits for them.
final class Workers<T, R> implements AutoCloseable {

  /// A task and what came of it.
  record Done<T, R>(T task, R result) {}

  private final Queues<T> queues;
  private final int atOnce;
  private final Work<T, R> work;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ExecutorCompletionService<Done<T, R>> finished =
      new ExecutorCompletionService<>(threads);
  private int underWay;

  Workers(Queues<T> queues, int atOnce, Work<T, R> work) {
    this.queues = queues;
    this.atOnce = atOnce;
    this.work = work;
  }

  /// The next run that finishes; empty if none is left.
  ///
  /// @throws RuntimeException what the run has thrown
  Optional<Done<T, R>> next() throws InterruptedException {
    begin();
    if (underWay == 0) {
      return Optional.empty();
    }
    try {
      Done<T, R> done = finished.take().get();
      underWay--;
      queues.finished(done.task());
      return Optional.of(done);
    } catch (ExecutionException failed) {
      throw thrown(failed);
    }
  }

  private void begin() {
    while (underWay < atOnce) {
      Optional<T> task = queues.next();
      if (task.isEmpty()) {
        return;
      }
      T begun = task.get();
      finished.submit(() -> new Done<>(begun, work.run(begun)));
      underWay++;
    }
  }

  private static RuntimeException thrown(ExecutionException failed) {
    return switch (failed.getCause()) {
      case Error defect -> throw defect;
      case RuntimeException known -> known;
      case null, default -> new IllegalStateException("a run was interrupted by itself", failed);
    };
  }

  @Override
  public void close() {
    threads.shutdownNow();
    threads.close();
  }
}
