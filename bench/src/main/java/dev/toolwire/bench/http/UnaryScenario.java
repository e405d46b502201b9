package dev.toolwire.bench.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.toolwire.bench.harness.Meter;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicReference;

/// Small questions, small whole answers, over connections that are kept.
final class UnaryScenario {

  static final byte[] QUESTION =
      """
      {"messages":[{"role":"user","content":[{"text":"Count the number of Ps in \\"Peter piper \
      picked a peck of pickled peppers\\""}]}],"inferenceConfig":{"maxTokens":512},\
      "toolConfig":{"tools":[]}}\
      """
          .getBytes(US_ASCII);

  private static final int THREADS = 64;
  private static final int SEQUENTIAL = 20_000;
  private static final int WARM_UP = 2;
  private static final int PER_THREAD = 1_000;
  private static final int BUFFER = 8192;

  private final Contender contender;

  UnaryScenario(Contender contender) {
    this.contender = contender;
  }

  record Latency(double p50, double p99) {}

  record Cost(double cpuMicros, double allocatedBytes) {}

  Latency oneThread() throws IOException, InterruptedException {
    repeat(SEQUENTIAL);
    long[] nanos = new long[SEQUENTIAL];
    byte[] buffer = new byte[BUFFER];
    for (int i = 0; i < SEQUENTIAL; i++) {
      long start = System.nanoTime();
      ask(buffer);
      nanos[i] = System.nanoTime() - start;
    }
    Arrays.sort(nanos);
    return new Latency(nanos[SEQUENTIAL / 2] / 1e3, nanos[SEQUENTIAL * 99 / 100] / 1e3);
  }

  Cost manyThreads(ThreadFactory factory) throws IOException, InterruptedException {
    for (int i = 0; i < WARM_UP; i++) {
      run(factory);
    }
    Meter meter = Meter.start();
    run(factory);
    double requests = THREADS * PER_THREAD;
    return new Cost(meter.cpuMicros() / requests, meter.allocatedBytes() / requests);
  }

  private void run(ThreadFactory factory) throws IOException, InterruptedException {
    AtomicReference<IOException> failure = new AtomicReference<>();
    Thread[] threads = new Thread[THREADS];
    for (int i = 0; i < THREADS; i++) {
      threads[i] = factory.newThread(() -> repeatOrReport(failure));
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    IOException failed = failure.get();
    if (failed != null) {
      throw failed;
    }
  }

  private void repeatOrReport(AtomicReference<IOException> failure) {
    try {
      repeat(PER_THREAD);
    } catch (IOException failed) {
      failure.set(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void repeat(int times) throws IOException, InterruptedException {
    byte[] buffer = new byte[BUFFER];
    for (int i = 0; i < times; i++) {
      ask(buffer);
    }
  }

  private void ask(byte[] buffer) throws IOException, InterruptedException {
    Reply reply = contender.post("/unary", QUESTION);
    long length = reply.drain(buffer);
    if (reply.status() != 200 || length < 200) {
      throw new IOException(
          "expected a whole answer, got " + reply.status() + ", " + length + " B");
    }
  }
}
