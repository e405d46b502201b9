package dev.toolwire.bench.http;

import dev.toolwire.bench.harness.Meter;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Long answers in small chunks.
final class StreamScenario {

  private static final int CHUNKS = 65_536;
  private static final int WARM_UP = 10;
  private static final int REPEATS = 20;
  private static final int STEPS = 2_000;
  private static final int OPEN = 1_000;
  private static final int BUFFER = 8192;

  private final Contender contender;

  StreamScenario(Contender contender) {
    this.contender = contender;
  }

  record Cost(double cpuMillis, double allocatedKib) {}

  /// What one whole answer costs.
  ///
  /// @param kind `burst` or `drip`, as [ServedConnection] has them
  Cost whole(String kind) throws IOException, InterruptedException {
    repeat(kind, WARM_UP);
    Meter meter = Meter.start();
    repeat(kind, REPEATS);
    return new Cost(meter.cpuMicros() / 1e3 / REPEATS, meter.allocatedBytes() / 1024 / REPEATS);
  }

  private void repeat(String kind, int times) throws IOException, InterruptedException {
    byte[] buffer = new byte[BUFFER];
    for (int i = 0; i < times; i++) {
      Reply reply = contender.post("/" + kind + "/" + CHUNKS, UnaryScenario.QUESTION);
      long length = reply.drain(buffer);
      if (length != (long) CHUNKS * ServedConnection.CHUNK) {
        throw new IOException("expected " + CHUNKS + " chunks, got " + length + " bytes");
      }
    }
  }

  /// The proof that nothing waits in a buffer: the server sends a chunk only after the one before
  /// it was acknowledged, so a client that holds anything back never ends.
  ///
  /// @return microseconds from an acknowledgement to the whole next chunk, the middle of all
  double lockstep(SideLine side) throws IOException, InterruptedException {
    Reply reply = contender.post("/lockstep/" + STEPS, UnaryScenario.QUESTION);
    byte[] buffer = new byte[BUFFER];
    long[] nanos = new long[STEPS];
    try (InputStream body = reply.body()) {
      readChunk(body, buffer);
      for (int i = 1; i < STEPS; i++) {
        long start = System.nanoTime();
        side.acknowledge();
        readChunk(body, buffer);
        nanos[i] = System.nanoTime() - start;
      }
      side.acknowledge();
      if (body.read(buffer) >= 0) {
        throw new IOException("more came than was allowed");
      }
    }
    Arrays.sort(nanos);
    return nanos[STEPS / 2] / 1e3;
  }

  /// Reads until one chunk is whole; a read may ask for more than there is and must not wait for
  /// it.
  static void readChunk(InputStream body, byte[] buffer) throws IOException {
    for (int got = 0; got < ServedConnection.CHUNK; ) {
      int n = body.read(buffer, got, buffer.length - got);
      if (n < 0) {
        throw new IOException("the stream ended after " + got + " bytes of a chunk");
      }
      got += n;
    }
  }

  /// Live KiB per stream that has delivered its first chunk and waits for the second.
  double openStreams() throws IOException, InterruptedException {
    byte[] buffer = new byte[BUFFER];
    List<Reply> open = new ArrayList<>(OPEN);
    double before = Meter.liveBytes();
    for (int i = 0; i < OPEN; i++) {
      Reply reply = contender.post("/hang", UnaryScenario.QUESTION);
      readChunk(reply.body(), buffer);
      open.add(reply);
    }
    double kib = (Meter.liveBytes() - before) / 1024 / open.size();
    open.forEach(reply -> Thread.ofVirtual().start(reply.abort()));
    return kib;
  }
}
