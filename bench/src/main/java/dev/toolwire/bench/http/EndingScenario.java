package dev.toolwire.bench.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// How fast a client gives up: interrupted, aborted by another thread, or out of time. Each figure
/// is milliseconds until the waiting thread has its thread back, and counts only when the server
/// then sees its connection closed; otherwise it is [Double#NaN].
final class EndingScenario {

  static final Duration TIMEOUT = Duration.ofMillis(200);

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final SideLine side;

  EndingScenario(SideLine side) {
    this.side = side;
  }

  /// A reader that took the first chunk of `/hang` and is blocked on the second.
  private final class BlockedReader {
    private final CompletableFuture<Reply> reading = new CompletableFuture<>();
    private final CompletableFuture<Long> over = new CompletableFuture<>();
    private final Thread thread;
    private final Reply reply;

    BlockedReader(Contender contender, ThreadFactory factory) throws InterruptedException {
      thread = factory.newThread(() -> read(contender));
      thread.start();
      reply = reading.join();
      // The read itself cannot be observed from outside on a platform thread.
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(30));
    }

    private void read(Contender contender) {
      try {
        Reply opened = contender.post("/hang", UnaryScenario.QUESTION);
        InputStream body = opened.body();
        byte[] buffer = new byte[8192];
        StreamScenario.readChunk(body, buffer);
        reading.complete(opened);
        while (body.read(buffer) >= 0) {
          // Nothing comes any more.
        }
      } catch (IOException | RuntimeException | InterruptedException ended) {
        reading.completeExceptionally(ended);
      }
      over.complete(System.nanoTime());
    }

    double endedBy(Runnable ending) throws IOException, InterruptedException {
      long start = System.nanoTime();
      Thread.ofPlatform().daemon().start(ending);
      @Nullable Long end = await(over);
      if (end == null) {
        Thread.ofPlatform().daemon().start(reply.abort());
        side.cutSeen(PATIENCE);
        return Double.NaN;
      }
      Thread.ofPlatform().daemon().start(reply.abort());
      return side.cutSeen(PATIENCE) ? (end - start) / 1e6 : Double.NaN;
    }
  }

  double interrupted(Contender contender, ThreadFactory factory)
      throws IOException, InterruptedException {
    BlockedReader reader = new BlockedReader(contender, factory);
    return reader.endedBy(reader.thread::interrupt);
  }

  double aborted(Contender contender) throws IOException, InterruptedException {
    BlockedReader reader = new BlockedReader(contender, Thread.ofVirtual().factory());
    return reader.endedBy(reader.reply.abort());
  }

  double headTimeout(Contender impatient) throws IOException, InterruptedException {
    double millis =
        failing(() -> impatient.post("/silence", UnaryScenario.QUESTION).drain(new byte[1024]));
    return side.cutSeen(PATIENCE) ? millis : Double.NaN;
  }

  double bodyTimeout(Contender impatient) throws IOException, InterruptedException {
    double millis = failing(() -> drainOrAbort(impatient.post("/hang", UnaryScenario.QUESTION)));
    return side.cutSeen(PATIENCE) ? millis : Double.NaN;
  }

  private static long drainOrAbort(Reply reply) throws IOException {
    try {
      return reply.drain(new byte[1024]);
    } catch (IOException | RuntimeException ended) {
      reply.abort().run();
      throw ended;
    }
  }

  /// A listener whose queue is full answers no further handshake, on Linux.
  static double connectTimeout(IntContender impatientAt) throws IOException, InterruptedException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket full = new ServerSocket(0, 1, loopback);
        Socket first = new Socket(loopback, full.getLocalPort());
        Socket second = new Socket(loopback, full.getLocalPort());
        Socket third = new Socket();
        Contender contender = impatientAt.open(full.getLocalPort())) {
      Thread.ofVirtual().start(() -> tryToConnect(third, full.getLocalPort()));
      if (!first.isConnected() || !second.isConnected()) {
        throw new IOException("the queue did not fill");
      }
      return failing(() -> contender.post("/unary", UnaryScenario.QUESTION).drain(new byte[1024]));
    }
  }

  /// A contender with short timeouts for some port.
  interface IntContender {
    Contender open(int port);
  }

  private static void tryToConnect(Socket socket, int port) {
    try {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
    } catch (IOException expected) {
      // It only fills the queue.
    }
  }

  private interface Exchange {
    long run() throws IOException, InterruptedException;
  }

  /// Milliseconds until the exchange fails; [Double#NaN] when it does not in time.
  private static double failing(Exchange exchange) throws InterruptedException {
    long start = System.nanoTime();
    CompletableFuture<Long> failed = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          try {
            exchange.run();
          } catch (IOException | RuntimeException | InterruptedException expected) {
            failed.complete(System.nanoTime());
          }
        });
    @Nullable Long end = await(failed);
    return end == null ? Double.NaN : (end - start) / 1e6;
  }

  private static @Nullable Long await(CompletableFuture<Long> moment) throws InterruptedException {
    try {
      return moment.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException tooLate) {
      return null;
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
