package dev.toolwire.provider;

import dev.toolwire.model.ModelException;
import dev.toolwire.model.Ticker;
import dev.toolwire.model.TransportException;
import dev.toolwire.wire.Chunk;
import dev.toolwire.wire.Exchange;
import dev.toolwire.wire.WireRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.jspecify.annotations.Nullable;

/// One request over HTTP, read by the thread that wants the response: nothing is handed from one
/// thread to another, and a caller who is slow slows the sender down.
///
/// What arrived together is handed over together. When patience runs out in the middle of a line, a
/// chunk or a TLS record, a [NotYet] unwinds the layers, which go on from there the next time.
final class HttpExchange implements Exchange {

  /// The exchange that the running thread reads for.
  static final ScopedValue<HttpExchange> READER = ScopedValue.newInstance();

  private static final int BATCH = 8 << 10;
  private static final long NEVER = Long.MAX_VALUE;

  /// How often a platform thread looks whether it was interrupted: no interrupt ends its wait for a
  /// socket, as it does for a virtual thread.
  private static final long GLANCE_MILLIS = 100;

  private final String where;
  private final Opening opening;
  private final BasicClassicHttpRequest message;
  private final Ticker ticker;

  private @Nullable ClassicHttpResponse response;
  private InputStream content = InputStream.nullInputStream();

  /// What has been read of the body and not been handed over: the first `filled` bytes.
  private byte[] batch = {};

  private int filled;
  private long arrived;
  private long waitsUntil;
  private boolean brokeOff;
  private boolean ended;
  private @Nullable ModelException failure;
  private volatile boolean closed;

  private HttpExchange(Opening.Lease lease, WireRequest request, Ticker ticker) {
    this.where = HttpMessage.where(request.uri());
    this.message = HttpMessage.of(request);
    this.opening = new Opening(lease, message);
    this.ticker = ticker;
    this.arrived = ticker.nanos();
  }

  static HttpExchange start(Opening.Lease lease, WireRequest request, Ticker ticker) {
    HttpExchange exchange = new HttpExchange(lease, request, ticker);
    exchange.opening.start(request.body().length);
    return exchange;
  }

  @Override
  public Read read(Duration patience) {
    if (ended) {
      return Read.END;
    }
    if (failure != null) {
      throw failure;
    }
    try {
      waitsUntil = until(patience);
      return ScopedValue.where(READER, this).call(this::next);
    } catch (Exception broken) {
      throw failed(broken);
    }
  }

  private static long until(Duration patience) {
    long nanos = patience.toNanos();
    long now = System.nanoTime();
    return nanos >= NEVER - Math.max(0, now) ? NEVER : now + nanos;
  }

  private Read next() throws IOException, HttpException, InterruptedException {
    try {
      Line line = opening.await(waitsUntil == NEVER ? NEVER : waitsUntil - System.nanoTime());
      return response == null ? head(line) : body(line, response);
    } catch (NotYet _) {
      return filled > 0 ? handOver() : Read.NOTHING;
    }
  }

  private Read head(Line line) throws IOException, HttpException {
    ClassicHttpResponse begun = line.receive(message);
    while (begun.getCode() < 200) {
      begun = line.receive(message);
    }
    response = begun;
    HttpEntity body = begun.getEntity();
    long expected = body == null ? 0 : body.getContentLength();
    if (body != null) {
      content = body.getContent();
    }
    batch = new byte[expected < 0 ? BATCH : Math.clamp(expected, 1, BATCH)];
    return new Head(begun.getCode(), HttpMessage.headers(begun), arrived);
  }

  private Read body(Line line, ClassicHttpResponse begun) throws IOException {
    while (filled < batch.length) {
      int count = content.read(batch, filled, batch.length - filled);
      if (count < 0) {
        return end(line, begun);
      }
      filled += count;
    }
    return handOver();
  }

  private Read end(Line line, ClassicHttpResponse begun) {
    ended = true;
    if (brokeOff) {
      // The end was told before its last bytes came; they would be taken for the next response.
      line.cut();
    } else {
      line.giveBack(message, begun);
    }
    return filled > 0 ? handOver() : Read.END;
  }

  private Chunk handOver() {
    Chunk chunk = new Chunk(batch, 0, filled, arrived);
    filled = 0;
    return chunk;
  }

  /// How long the socket may wait now; 0 is without end.
  ///
  /// @param socket what is going to be read
  /// @throws NotYet if patience has run out, or if there is something to hand over and more is not
  ///   here yet
  int millisToWait(InputStream socket) throws IOException {
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException("interrupted while waiting for the provider");
    }
    long left = waitsUntil == NEVER ? NEVER : waitsUntil - System.nanoTime();
    if (left <= 0 || (filled > 0 && socket.available() == 0)) {
      brokeOff = true;
      throw NotYet.INSTANCE;
    }
    long millis = TimeUnit.NANOSECONDS.toMillis(left) + 1;
    if (!Thread.currentThread().isVirtual()) {
      return (int) Math.min(millis, GLANCE_MILLIS);
    }
    return left == NEVER ? 0 : (int) Math.min(millis, Integer.MAX_VALUE);
  }

  void bytesCame() {
    brokeOff = false;
    arrived = ticker.nanos();
  }

  @Override
  public void close() {
    closed = true;
    opening.close();
  }

  private ModelException failed(Exception broken) {
    ModelException explained = explained(broken);
    failure = explained;
    opening.close();
    return explained;
  }

  private ModelException explained(Exception broken) {
    if (closed) {
      return new TransportException("the exchange was closed by its caller", broken);
    }
    if (broken instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    if (Thread.currentThread().isInterrupted()) {
      // However it broke: the interrupt of a virtual thread closes the socket that it reads from.
      return new TransportException("interrupted while waiting for the provider", broken);
    }
    return switch (broken) {
      case ModelException known -> known;
      case IOException io -> HttpFailure.explain(where, io);
      default -> new TransportException(where + ": " + broken.getMessage(), broken);
    };
  }
}
