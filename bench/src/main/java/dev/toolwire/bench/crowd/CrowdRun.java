package dev.toolwire.bench.crowd;

import dev.toolwire.bench.harness.Meter;
import dev.toolwire.conversation.Conversation;
import dev.toolwire.model.Arrival;
import dev.toolwire.model.Model;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ModelStream;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.provider.Bedrock;
import dev.toolwire.provider.BedrockEndpoint;
import dev.toolwire.provider.HttpTransport;
import java.net.URI;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// Opens the streams, each on a virtual thread, and notes how late their deltas are once all are
/// open; prints one `FIGURE value` per line.
public final class CrowdRun {

  private static final int AT_ONCE = 200;
  private static final long TEN_SECONDS = 10_000_000_000L;
  private static final int MOST_SAMPLES = 2_000_000;
  private static final double MIB = 1 << 20;

  private final Model model;
  private final int[] delaysMicros = new int[MOST_SAMPLES];
  private final AtomicInteger samples = new AtomicInteger();
  private final AtomicInteger open = new AtomicInteger();
  private final Semaphore opening = new Semaphore(AT_ONCE);
  private volatile boolean measuring;

  private CrowdRun(Model model) {
    this.model = model;
  }

  /// Arguments: port of the server, and how many streams.
  public static void main(String[] args) {
    BedrockEndpoint server =
        new BedrockEndpoint(URI.create("http://127.0.0.1:" + args[0]), "us-east-1");
    new CrowdRun(Bedrock.at(server).withBearerKey("key").over(HttpTransport.create()))
        .measure(Integer.parseInt(args[1]));
    // The streams have no end, so neither closing nor waiting for them would tell anything.
    Runtime.getRuntime().halt(0);
  }

  private void measure(int streams) {
    for (int i = 0; i < streams; i++) {
      opening.acquireUninterruptibly();
      Thread.ofVirtual().start(this::listen);
    }
    while (open.get() < streams) {
      LockSupport.parkNanos(10_000_000);
    }
    Meter meter = Meter.start();
    measuring = true;
    long end = System.nanoTime() + TEN_SECONDS;
    while (System.nanoTime() < end) {
      LockSupport.parkNanos(end - System.nanoTime());
    }
    measuring = false;
    report(meter);
  }

  private void report(Meter meter) {
    int[] sorted = Arrays.copyOf(delaysMicros, Math.min(samples.get(), MOST_SAMPLES));
    Arrays.sort(sorted);
    CrowdFigure.EVENTS.print(sorted.length);
    CrowdFigure.CPU.print(meter.cpuMicros() / sorted.length);
    CrowdFigure.P50.print(sorted[sorted.length / 2] / 1e3);
    CrowdFigure.P99.print(sorted[sorted.length * 99 / 100] / 1e3);
    CrowdFigure.HEAP.print(Meter.liveBytes() / MIB);
  }

  private void listen() {
    ModelRequest request =
        ModelRequest.to(
            new ModelId("anthropic.claude-sonnet-4-20250514-v1:0"),
            Conversation.startingWith("Talk without end."));
    boolean counted = false;
    try (ModelStream stream = model.open(request)) {
      while (stream.next(ModelStream.FOREVER)
          instanceof Arrival.Event(StreamEvent.TextDelta(_, String text), _, _)) {
        note(System.nanoTime() - Long.parseLong(text));
        if (!counted) {
          counted = true;
          open.incrementAndGet();
          opening.release();
        }
      }
    }
  }

  private void note(long nanos) {
    if (measuring) {
      int at = samples.getAndIncrement();
      if (at < MOST_SAMPLES) {
        delaysMicros[at] = (int) (nanos / 1000);
      }
    }
  }
}
