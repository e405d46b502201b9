package dev.toolwire.bench;

import dev.toolwire.bench.compare.CompareBench;
import dev.toolwire.bench.crowd.CrowdBench;
import dev.toolwire.bench.http.HttpClientBench;
import dev.toolwire.bench.loop.LoopBench;
import dev.toolwire.bench.pairs.PairsBench;
import dev.toolwire.bench.rescue.RescueBench;
import dev.toolwire.bench.stall.StallBench;
import dev.toolwire.bench.start.StartBench;
import dev.toolwire.bench.wires.WiresBench;
import java.io.IOException;
import java.util.Arrays;

/// `make bench`: the loops; with the argument `http` the HTTP clients, with `crowd` many open
/// streams, with `start` processes that ask once, with `rescue` the scanner for calls in text, with
/// `wires` the loops over all wires beside the official SDKs, with `compare` a large comparison on
/// the simulator, with `stall` the instrument for stalls, with `pairs` the loops of warm processes
/// in turns.
public final class Bench {

  private Bench() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    String what = args.length > 0 ? args[0] : "";
    String[] rest = args.length > 0 ? Arrays.copyOfRange(args, 1, args.length) : args;
    switch (what) {
      case "http" -> HttpClientBench.main(rest);
      case "crowd" -> CrowdBench.main(rest);
      case "start" -> StartBench.main(rest);
      case "rescue" -> RescueBench.main(rest);
      case "wires" -> WiresBench.main(rest);
      case "compare" -> CompareBench.main(rest);
      case "pairs" -> PairsBench.main(rest);
      case "stall" -> StallBench.main(rest);
      default -> LoopBench.main(args);
    }
  }
}
