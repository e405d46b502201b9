package dev.toolwire.provider;

import dev.toolwire.model.TransportException;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.jspecify.annotations.Nullable;

/// Sends a request, so that starting it never waits: over an idle connection at once, by the thread
/// that asks; if there is none, or the request is too long for the network to take as it is, by a
/// virtual thread.
final class Opening {

  /// Where the connection comes from.
  interface Lease {
    Line take() throws HttpException, InterruptedException;
  }

  /// A request up to this size fits into the buffers of an idle connection.
  private static final int SENT_AT_ONCE = 64 << 10;

  private final Lease lease;
  private final BasicClassicHttpRequest request;
  private final FutureTask<Line> sending = new FutureTask<>(this::send);
  private volatile @Nullable Line line;
  private volatile boolean closed;

  Opening(Lease lease, BasicClassicHttpRequest request) {
    this.lease = lease;
    this.request = request;
  }

  /// @param length of the request's body in bytes
  void start(int length) {
    if (length <= SENT_AT_ONCE && takesIdle()) {
      sending.run();
    } else {
      Thread.ofVirtual().name("toolwire-http").start(sending);
    }
  }

  private boolean takesIdle() {
    try {
      line = lease.take();
      return line.isConnected();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    } catch (HttpException | RuntimeException none) {
      // The virtual thread will meet the same, and tell it.
      return false;
    }
  }

  private Line send() throws IOException, HttpException, InterruptedException {
    Line taken = line;
    if (taken == null) {
      taken = lease.take();
      line = taken;
    }
    if (closed) {
      taken.cut();
    }
    if (!taken.isConnected()) {
      taken.connect();
    }
    taken.send(request);
    return taken;
  }

  /// The connection, once the request is sent.
  ///
  /// @throws NotYet if it is not within `nanos`
  Line await(long nanos) throws IOException, HttpException, InterruptedException {
    try {
      return sending.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    } catch (TimeoutException tooLong) {
      throw NotYet.INSTANCE;
    } catch (CancellationException over) {
      throw new TransportException("the exchange was closed by its caller", over);
    } catch (ExecutionException failed) {
      switch (Objects.requireNonNullElse(failed.getCause(), failed)) {
        case IOException broken -> throw broken;
        case HttpException broken -> throw broken;
        case RuntimeException broken -> throw broken;
        default -> throw new TransportException("sending failed", failed);
      }
    }
  }

  /// Cuts the connection, at whatever point it is.
  void close() {
    closed = true;
    sending.cancel(true);
    Line taken = line;
    if (taken != null) {
      taken.cut();
    }
  }
}
