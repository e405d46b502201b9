package dev.toolwire.bench.loop;

import dev.toolwire.bench.harness.Figure;
import dev.toolwire.bench.harness.Meter;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;

/// What a contender is made to do, again and again, in a process of its own: only so is a first
/// loop a first loop, and no workload runs code that the compiler shaped for another.
public enum Workload {
  UNARY(
      Peppers.MODEL,
      false,
      false,
      1000,
      LoopFigure.UNARY_FIRST,
      LoopFigure.UNARY_CPU,
      LoopFigure.UNARY_ALLOCATED),
  STREAMING(
      Peppers.MODEL,
      true,
      false,
      1000,
      LoopFigure.STREAM_FIRST,
      LoopFigure.STREAM_CPU,
      LoopFigure.STREAM_ALLOCATED),
  INPUT(
      Peppers.LONG_INPUT_MODEL,
      true,
      false,
      10,
      LoopFigure.INPUT_FIRST,
      LoopFigure.INPUT_CPU,
      LoopFigure.INPUT_ALLOCATED),
  SIGNED(
      Peppers.MODEL,
      false,
      true,
      1000,
      LoopFigure.SIGNED_FIRST,
      LoopFigure.SIGNED_CPU,
      LoopFigure.SIGNED_ALLOCATED);

  /// How long a turn beside others is: 25 ticks of the system's count.
  private static final double TURN_MICROS = 250_000;

  private final String model;
  private final boolean streaming;
  private final boolean signed;
  private final int first;
  private final LoopFigure early;
  private final LoopFigure cpu;
  private final LoopFigure allocated;

  Workload(
      String model,
      boolean streaming,
      boolean signed,
      int first,
      LoopFigure early,
      LoopFigure cpu,
      LoopFigure allocated) {
    this.model = model;
    this.streaming = streaming;
    this.signed = signed;
    this.first = first;
    this.early = early;
    this.cpu = cpu;
    this.allocated = allocated;
  }

  public boolean streams() {
    return streaming;
  }

  boolean isFor(LoopRoster entry) {
    return (!streaming || entry.streams()) && (!signed || entry.signs());
  }

  public List<? extends Figure> figures() {
    return List.of(early, cpu, allocated);
  }

  void measure(LoopRoster entry, int port, int windows) throws IOException {
    try (LoopContender contender = entry.open(port, signed)) {
      measure(contender, model, Steady.LONGEST_WARM_UP, windows);
    }
  }

  /// Measures the first times, start of the process included, and then warm ones.
  ///
  /// @param asked the model
  /// @param longestWarmUp in seconds
  /// @param windows how many seconds to measure
  public void measure(LoopContender contender, String asked, int longestWarmUp, int windows)
      throws IOException {
    for (int i = 0; i < first; i++) {
      once(contender, asked);
    }
    early.print(Meter.PROCESS.cpuMicros());
    Steady steady = Steady.measure(() -> once(contender, asked), longestWarmUp, windows);
    cpu.print(steady.cpuMicros());
    allocated.print(steady.allocatedBytes());
  }

  /// Says that it is warm once it is, and then for each line that comes what it costs now to do it
  /// once, in microseconds of CPU time.
  ///
  /// @param asked the model
  public void measureInTurns(LoopContender contender, String asked, BufferedReader turns)
      throws IOException {
    Steady.Work work = () -> once(contender, asked);
    Steady.warmUp(work, Steady.LONGEST_WARM_UP);
    System.out.println("warm");
    while (turns.readLine() != null) {
      System.out.println(Steady.cpuMicros(work, TURN_MICROS));
    }
  }

  private void once(LoopContender contender, String asked) throws IOException {
    String answer = contender.ask(asked, streaming);
    String expected = this == INPUT ? "It is written." : Peppers.ANSWER;
    if (!answer.equals(expected)) {
      throw new IllegalStateException("expected \"" + expected + "\", got \"" + answer + "\"");
    }
  }
}
