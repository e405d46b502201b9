package dev.toolwire.bench.loop;

import dev.toolwire.bench.harness.Meter;
import java.io.IOException;

/// All figures of one contender, in a process of its own; prints one `FIGURE value` per line.
public final class LoopRun {

  private static final int LOOPS = 3_000;
  private static final int INPUTS = 10;
  private static final double KIB = 1024;

  private final LoopRoster entry;
  private final int port;
  private final int loops;

  private LoopRun(LoopRoster entry, int port, int loops) {
    this.entry = entry;
    this.port = port;
    this.loops = loops;
  }

  /// Arguments: name in [LoopRoster], port of the server, and how many loops if not [#LOOPS].
  public static void main(String[] args) throws IOException {
    new LoopRun(
            LoopRoster.valueOf(args[0]),
            Integer.parseInt(args[1]),
            args.length > 2 ? Integer.parseInt(args[2]) : LOOPS)
        .measure();
    // A client may have left threads that never end.
    Runtime.getRuntime().halt(0);
  }

  private void measure() throws IOException {
    try (LoopContender contender = entry.open(port, false)) {
      peppers(contender, false, LoopFigure.UNARY_CPU, LoopFigure.UNARY_ALLOCATED);
      if (entry.streams()) {
        peppers(contender, true, LoopFigure.STREAM_CPU, LoopFigure.STREAM_ALLOCATED);
        longInput(contender);
      }
    }
    if (entry.signs()) {
      try (LoopContender contender = entry.open(port, true)) {
        peppers(contender, false, LoopFigure.SIGNED_CPU, LoopFigure.SIGNED_ALLOCATED);
      }
    }
    if (entry == LoopRoster.TOOLWIRE) {
      GrowingInput.measure();
    }
  }

  private void peppers(
      LoopContender contender, boolean streaming, LoopFigure cpu, LoopFigure allocated)
      throws IOException {
    peppers(contender, streaming);
    Meter meter = Meter.start();
    peppers(contender, streaming);
    report(cpu, meter.cpuMicros() / loops);
    report(allocated, meter.allocatedBytes() / KIB / loops);
  }

  private void peppers(LoopContender contender, boolean streaming) throws IOException {
    for (int i = 0; i < loops; i++) {
      expect(contender.ask(Peppers.MODEL, streaming), Peppers.ANSWER);
    }
  }

  private static void longInput(LoopContender contender) throws IOException {
    for (int i = 0; i < INPUTS; i++) {
      expect(contender.ask(Peppers.LONG_INPUT_MODEL, true), "It is written.");
    }
    Meter meter = Meter.start();
    for (int i = 0; i < INPUTS; i++) {
      expect(contender.ask(Peppers.LONG_INPUT_MODEL, true), "It is written.");
    }
    report(LoopFigure.INPUT_CPU, meter.cpuMicros() / 1e3 / INPUTS);
    report(LoopFigure.INPUT_ALLOCATED, meter.allocatedBytes() / KIB / INPUTS);
  }

  private static void expect(String answer, String expected) {
    if (!answer.equals(expected)) {
      throw new IllegalStateException("expected \"" + expected + "\", got \"" + answer + "\"");
    }
  }

  static void report(LoopFigure figure, double value) {
    System.out.println(figure.name() + " " + value);
  }
}
