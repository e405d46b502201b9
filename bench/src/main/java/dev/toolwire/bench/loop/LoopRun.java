package dev.toolwire.bench.loop;

import java.io.IOException;

/// One workload of one contender, in a process of its own; prints one `FIGURE value` per line.
public final class LoopRun {

  private static final int WINDOWS = 7;

  private LoopRun() {}

  /// Arguments: name in [LoopRoster], name in [Workload], port of the server, and how many seconds
  /// to measure if not [#WINDOWS].
  public static void main(String[] args) throws IOException {
    int windows = args.length > 3 ? Integer.parseInt(args[3]) : WINDOWS;
    Workload.valueOf(args[1])
        .measure(LoopRoster.valueOf(args[0]), Integer.parseInt(args[2]), windows);
    // A client may have left threads that never end.
    Runtime.getRuntime().halt(0);
  }
}
