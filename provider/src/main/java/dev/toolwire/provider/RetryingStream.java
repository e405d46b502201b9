package dev.toolwire.provider;

import dev.toolwire.model.Arrival;
import dev.toolwire.model.ModelException;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ModelStream;
import dev.toolwire.model.TransportException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The stream of a [RetryingModel]: that of its latest attempt.
final class RetryingStream implements ModelStream {

  private static final Logger LOG = LoggerFactory.getLogger(RetryingModel.class);

  private final RetryingModel model;
  private final ModelRequest request;
  private volatile @Nullable ModelStream current;
  private volatile boolean closed;
  private volatile @Nullable Thread waiting;
  private boolean begun;
  private int attempt = 1;
  private long retryAt;

  RetryingStream(RetryingModel model, ModelRequest request, ModelStream first) {
    this.model = model;
    this.request = request;
    this.current = first;
  }

  @Override
  public Arrival next(Duration patience) {
    ModelStream stream = current;
    if (begun && stream != null) {
      return stream.next(patience);
    }
    long start = model.ticker().nanos();
    while (true) {
      long left = patience.toNanos() - (model.ticker().nanos() - start);
      stream = current != null ? current : reopen(left);
      if (stream == null) {
        return Arrival.NOTHING;
      }
      try {
        Arrival arrival = stream.next(Duration.ofNanos(Math.max(0, left)));
        begun = !(arrival instanceof Arrival.Nothing);
        return arrival;
      } catch (ModelException failure) {
        scheduleRetry(failure);
        stream.close();
      }
    }
  }

  private void scheduleRetry(ModelException failure) {
    if (closed
        || Thread.currentThread().isInterrupted()
        || !model.policy().retries(failure, attempt)) {
      throw failure;
    }
    Duration delay = model.policy().delay(failure, attempt, model.chance());
    LOG.atWarn()
        .setMessage("attempt {} of {} failed, next in {} ms: {}")
        .addArgument(attempt)
        .addArgument(model.policy().attempts())
        .addArgument(delay.toMillis())
        .addArgument(failure.getMessage())
        .log();
    retryAt = model.ticker().nanos() + delay.toNanos();
    attempt++;
    current = null;
  }

  /// The stream of the next attempt; null if patience runs out before it is due.
  private @Nullable ModelStream reopen(long patienceNanos) {
    long start = model.ticker().nanos();
    waiting = Thread.currentThread();
    try {
      for (long now = start; now - retryAt < 0; now = model.ticker().nanos()) {
        refuseToGoOn();
        long left = patienceNanos - (now - start);
        if (left <= 0) {
          return null;
        }
        model.pause().accept(Math.min(retryAt - now, left));
      }
    } finally {
      waiting = null;
    }
    refuseToGoOn();
    ModelStream next = model.inner().open(request);
    current = next;
    if (closed) {
      next.close();
    }
    return next;
  }

  private void refuseToGoOn() {
    if (closed) {
      throw new TransportException("the stream was closed by its caller");
    }
    if (Thread.currentThread().isInterrupted()) {
      throw new TransportException("interrupted while waiting to ask again");
    }
  }

  @Override
  public void close() {
    closed = true;
    ModelStream stream = current;
    if (stream != null) {
      stream.close();
    }
    Thread waiter = waiting;
    if (waiter != null) {
      LockSupport.unpark(waiter);
    }
  }
}
