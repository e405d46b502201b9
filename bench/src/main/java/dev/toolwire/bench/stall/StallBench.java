package dev.toolwire.bench.stall;

import java.io.IOException;

/// The instrument for stalls: what recording adds to a long input, how long a large recording takes
/// to report, and how near the measured gaps are to the programmed ones.
public final class StallBench {

  private StallBench() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    String what = args.length > 0 ? args[0] : "all";
    if (what.equals("all") || what.equals("recording")) {
      RecordingCost.main(args);
    }
    if (what.equals("all") || what.equals("report")) {
      ReportCost.main(args);
    }
    if (what.equals("all") || what.equals("gaps")) {
      GapPrecision.main(args);
    }
  }
}
