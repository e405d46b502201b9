package dev.toolwire.bench.wires;

import dev.toolwire.bench.loop.LoopContender;
import dev.toolwire.bench.loop.Workload;
import java.io.IOException;

/// One workload of one contender over one wire, in a process of its own; prints one `FIGURE value`
/// per line.
public final class WiresRun {

  private WiresRun() {}

  /// Arguments: names of a [Wire], a [Wire.Contender] and a [Workload], the longest warm-up and the
  /// measurement in seconds, port of the server.
  public static void main(String[] args) throws IOException {
    Wire wire = Wire.valueOf(args[0]);
    Workload workload = Workload.valueOf(args[2]);
    int longestWarmUp = Integer.parseInt(args[3]);
    int windows = Integer.parseInt(args[4]);
    try (LoopContender contender =
        wire.open(Wire.Contender.valueOf(args[1]), Integer.parseInt(args[5]), workload.streams())) {
      workload.measure(contender, wire.model(workload), longestWarmUp, windows);
    }
    // A client may have left threads that never end.
    Runtime.getRuntime().halt(0);
  }
}
