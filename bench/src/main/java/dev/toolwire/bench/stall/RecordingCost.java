package dev.toolwire.bench.stall;

import dev.toolwire.bench.harness.Alternation;
import dev.toolwire.conversation.Conversation;
import dev.toolwire.json.JsonObject;
import dev.toolwire.lab.recording.RecordedRun;
import dev.toolwire.lab.recording.RecordingFile;
import dev.toolwire.lab.recording.RunLabel;
import dev.toolwire.lab.recording.Watch;
import dev.toolwire.lab.stall.Shape;
import dev.toolwire.lab.stall.Timeline;
import dev.toolwire.loop.Limits;
import dev.toolwire.loop.LoopEvent;
import dev.toolwire.loop.Run;
import dev.toolwire.loop.ToolLoop;
import dev.toolwire.model.Model;
import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.Ticker;
import dev.toolwire.provider.Bedrock;
import dev.toolwire.provider.BedrockEndpoint;
import dev.toolwire.provider.HttpTransport;
import dev.toolwire.simulator.Script;
import dev.toolwire.simulator.Simulator;
import dev.toolwire.simulator.SimulatorServer;
import dev.toolwire.tool.Tool;
import dev.toolwire.tool.ToolOutcome;
import dev.toolwire.tool.ToolSet;
import dev.toolwire.tool.ToolTraits;
import dev.toolwire.wire.Transport;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;

/// What it costs to record a loop with an input of 65,536 deltas, as CPU of the thread that runs
/// it: with and without a watch around its transport and its model, in pairs.
///
/// How the operating system hands bytes over makes one run over a port differ from the next by more
/// than a watch costs. So the same stream is also read from memory, in the pieces in which it came:
/// what the watch adds there is held against what the stream costs over the port.
final class RecordingCost {

  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
  private static final int DELTAS = 65_536;
  private static final int WARM_UP = 40;
  private static final int PAIRS_OVER_PORT = 200;
  private static final int PAIRS_FROM_MEMORY = 400;
  private static final int STAMPS = 1_000_000;
  private static final String SIGNED = "%+.1f";
  private static final String SCRIPT =
      """
      model: bench.stall
      pace: { delta: 15 }
      turns:
        - when: { user: go }
          call: { tool: fs_write, input: { path: a.txt, file_text: { $filler: "978000" } } }
      """;
  private static final ModelRequest GO =
      ModelRequest.to(new ModelId("bench.stall"), Conversation.startingWith("go"));
  private static final RunLabel LABEL =
      new RunLabel("converse", "bench:stall", Shape.ONE, DELTAS, 1, false);
  private static final Tool TOOL =
      Tool.named("fs_write")
          .describedAs("Writes.")
          .with(ToolTraits.DEFAULTS.asInline())
          .taking(JsonObject.parse("{\"type\":\"object\"}"), _ -> ToolOutcome.text("written"));
  private static final Limits ONE_ROUND = Limits.DEFAULTS.withRounds(1);

  private final Bedrock bedrock;

  private RecordingCost(Bedrock bedrock) {
    this.bedrock = bedrock;
  }

  static void main(String[] args) throws IOException {
    Simulator simulator =
        Simulator.builder().scripts(Script.read("bench", SCRIPT)).padding(false).build();
    try (SimulatorServer server = SimulatorServer.start(simulator, 0);
        HttpTransport http = HttpTransport.create()) {
      BedrockEndpoint endpoint = new BedrockEndpoint(server.baseUri(), "us-east-1");
      new RecordingCost(Bedrock.at(endpoint).withBearerKey("key")).measure(http);
    }
  }

  private void measure(HttpTransport http) throws IOException {
    Alternation port = pairs(http, Ticker.SYSTEM, PAIRS_OVER_PORT);
    RecordedStream stream = RecordedStream.of(http, over -> run(bedrock.converse().over(over)));
    Alternation memory = pairs(stream, stream.ticker(), PAIRS_FROM_MEMORY);
    double cost = port.cost(0).value();
    Timeline timeline = timeline(stream);
    double stamp = stampNanos();
    double stamps = stream.pieces() / (double) DELTAS;
    System.out.printf(
        Locale.ROOT,
        """
        recording a loop with an input of %,d deltas, CPU of its thread a delta (medians, 95%% intervals):
          over a port, not recorded              %.0f ns
          what a watch adds, stream from memory  %s ns of %.0f, which is %s%% of what it costs over the port
          what it adds over the port             %s%%, too noisy to say more
          stamps, recorded or not                %.2f ns: %.3f times %.0f ns
        writing the run down, after it           %.0f ns
        """,
        DELTAS,
        cost,
        memory.difference(1, 0).format(SIGNED),
        memory.cost(0).value(),
        memory.difference(1, 0).times(100 / cost).format(SIGNED),
        port.difference(1, 0).times(100 / cost).format(SIGNED),
        stamp * stamps,
        stamps,
        stamp,
        writingNanos(timeline));
  }

  private Alternation pairs(Transport transport, Ticker ticker, int pairs) {
    DoubleSupplier plain = () -> nanosPerDelta(() -> run(bedrock.converse().over(transport)));
    DoubleSupplier watched = () -> nanosPerDelta(() -> run(watched(new Watch(ticker), transport)));
    return Alternation.measure(WARM_UP, pairs, List.of(plain, watched));
  }

  private Model watched(Watch watch, Transport transport) {
    return watch.model(bedrock.converse().over(watch.transport(transport)));
  }

  private static void run(Model model) {
    int events = 0;
    try (Run run = ToolLoop.with(model).tools(ToolSet.of(TOOL)).limits(ONE_ROUND).start(GO)) {
      for (LoopEvent event : run) {
        events += event instanceof LoopEvent.ModelEvent ? 1 : 0;
      }
    }
    if (events < DELTAS) {
      throw new IllegalStateException("only " + events + " events came");
    }
  }

  private static double nanosPerDelta(Runnable work) {
    long before = CPU.getCurrentThreadCpuTime();
    work.run();
    return (CPU.getCurrentThreadCpuTime() - before) / (double) DELTAS;
  }

  private Timeline timeline(RecordedStream stream) {
    Watch watch = new Watch(stream.ticker());
    run(watched(watch, stream));
    return watch.timeline();
  }

  /// As measured last, when the code that measures is warm.
  private static double stampNanos() {
    double nanos = 0;
    for (int i = 0; i < WARM_UP; i++) {
      long before = System.nanoTime();
      for (int stamp = 0; stamp < STAMPS; stamp++) {
        Ticker.SYSTEM.nanos();
      }
      nanos = (System.nanoTime() - before) / (double) STAMPS;
    }
    return nanos;
  }

  private static double writingNanos(Timeline timeline) throws IOException {
    Path file = Files.createTempFile("stall", ".jsonl");
    RecordedRun run =
        new RecordedRun(LABEL, Instant.EPOCH, timeline, RecordedRun.Ending.ANSWERED, "");
    try (RecordingFile recording = RecordingFile.append(file)) {
      double nanos = 0;
      for (int i = 0; i < WARM_UP; i++) {
        nanos = nanosPerDelta(() -> recording.append(run));
      }
      return nanos;
    } finally {
      Files.delete(file);
    }
  }
}
