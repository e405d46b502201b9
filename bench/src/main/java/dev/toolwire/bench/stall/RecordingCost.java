package dev.toolwire.bench.stall;

import dev.toolwire.conversation.Conversation;
import dev.toolwire.json.JsonObject;
import dev.toolwire.lab.recording.Watch;
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
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;

/// CPU of the thread that runs a loop with an input of 65,536 deltas, over a loopback port, with
/// and without a watch around its transport and its model: pairs of rounds in alternation, and the
/// median of the ratios within a pair.
final class RecordingCost {

  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
  private static final int DELTAS = 65_536;
  private static final int WARM_UP = 20;
  private static final int PAIRS = 60;
  private static final String SCRIPT =
      """
      model: bench.stall
      pace: { delta: 16 }
      turns:
        - when: { user: go }
          call: { tool: fs_write, input: { path: a.txt, file_text: { $filler: "1000000" } } }
      """;
  private static final ModelRequest GO =
      ModelRequest.to(new ModelId("bench.stall"), Conversation.startingWith("go"));
  private static final Tool TOOL =
      Tool.named("fs_write")
          .describedAs("Writes.")
          .with(ToolTraits.DEFAULTS.asInline())
          .taking(JsonObject.parse("{\"type\":\"object\"}"), _ -> ToolOutcome.text("written"));
  private static final Limits ONE_ROUND = Limits.DEFAULTS.withRounds(1);

  private final Bedrock bedrock;
  private final HttpTransport http;

  private RecordingCost(Bedrock bedrock, HttpTransport http) {
    this.bedrock = bedrock;
    this.http = http;
  }

  static void main(String[] args) {
    Simulator simulator =
        Simulator.builder().scripts(Script.read("bench", SCRIPT)).padding(false).build();
    try (SimulatorServer server = SimulatorServer.start(simulator, 0);
        HttpTransport http = HttpTransport.create()) {
      BedrockEndpoint endpoint = new BedrockEndpoint(server.baseUri(), "us-east-1");
      new RecordingCost(Bedrock.at(endpoint).withBearerKey("key"), http).measure();
    }
  }

  private void measure() {
    double[] plain = new double[PAIRS];
    double[] ratios = new double[PAIRS];
    for (int i = -WARM_UP; i < PAIRS; i++) {
      boolean plainFirst = (i & 1) == 0;
      double first = nanosPerDelta(!plainFirst);
      double second = nanosPerDelta(plainFirst);
      if (i >= 0) {
        plain[i] = plainFirst ? first : second;
        ratios[i] = plainFirst ? second / first : first / second;
      }
    }
    Arrays.sort(plain);
    Arrays.sort(ratios);
    System.out.printf(
        Locale.ROOT,
        "recording a stream of about %,d deltas: %.0f ns of CPU a delta without, %+.1f%% with"
            + " (median of %d pairs; middle half %+.1f%% to %+.1f%%)%n",
        DELTAS,
        plain[PAIRS / 2],
        100 * (ratios[PAIRS / 2] - 1),
        PAIRS,
        100 * (ratios[PAIRS / 4] - 1),
        100 * (ratios[3 * PAIRS / 4] - 1));
  }

  private double nanosPerDelta(boolean watched) {
    Watch watch = new Watch(Ticker.SYSTEM);
    Model model =
        watched
            ? watch.model(bedrock.converse().over(watch.transport(http)))
            : bedrock.converse().over(http);
    ToolLoop loop = ToolLoop.with(model).tools(ToolSet.of(TOOL)).limits(ONE_ROUND);
    long before = CPU.getCurrentThreadCpuTime();
    int events = 0;
    try (Run run = loop.start(GO)) {
      for (LoopEvent event : run) {
        events += event instanceof LoopEvent.ModelEvent ? 1 : 0;
      }
    }
    return (CPU.getCurrentThreadCpuTime() - before) / (double) events;
  }
}
