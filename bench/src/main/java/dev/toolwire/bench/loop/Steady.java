package dev.toolwire.bench.loop;

import dev.toolwire.bench.harness.Figure;
import dev.toolwire.bench.harness.Meter;
import java.io.IOException;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;

/// What one turn of a work costs once the process is warm: CPU time and allocation, the middle of
/// several windows of a second of the process's own CPU time each, so that a process with busy
/// neighbours does as much in a window as one that is alone. A neighbour who disturbs two windows
/// of seven disturbs no figure.
///
/// Warm means that the compiler has fallen silent.
record Steady(double cpuMicros, double allocatedBytes) {

  private static final double WINDOW_MICROS = 1_000_000;
  static final int LONGEST_WARM_UP = 60;
  private static final int QUIET_WINDOWS = 3;
  private static final long QUIET_MILLIS = 15;
  private static final CompilationMXBean COMPILER = ManagementFactory.getCompilationMXBean();

  interface Work {
    void turn() throws IOException;
  }

  static Steady measure(Work work, int longestWarmUp, int windows) throws IOException {
    warmUp(work, longestWarmUp);
    double[] cpu = new double[windows];
    double[] allocated = new double[windows];
    for (int i = 0; i < windows; i++) {
      Meter meter = Meter.start();
      int turns = window(work, meter, WINDOW_MICROS);
      cpu[i] = meter.cpuMicros() / turns;
      allocated[i] = meter.allocatedBytes() / turns;
    }
    return new Steady(Figure.median(cpu), Figure.median(allocated));
  }

  /// What one turn costs in CPU time now, in a window as long as it is told.
  static double cpuMicros(Work work, double windowMicros) throws IOException {
    Meter meter = Meter.start();
    int turns = window(work, meter, windowMicros);
    return meter.cpuMicros() / turns;
  }

  /// Works until the compiler has fallen silent.
  ///
  /// @param longest in windows
  static void warmUp(Work work, int longest) throws IOException {
    int quiet = 0;
    for (int window = 0; window < longest && quiet < QUIET_WINDOWS; window++) {
      long before = COMPILER.getTotalCompilationTime();
      window(work, Meter.start(), WINDOW_MICROS);
      quiet = COMPILER.getTotalCompilationTime() - before <= QUIET_MILLIS ? quiet + 1 : 0;
    }
  }

  private static int window(Work work, Meter meter, double micros) throws IOException {
    int turns = 0;
    while (meter.cpuMicros() < micros) {
      work.turn();
      turns++;
    }
    return turns;
  }
}
