package dev.toolwire.bench.harness;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;

/// CPU time and allocation of this whole process since `start`: every thread, the compiler's and
/// the collector's too, so that nothing a client does elsewhere goes unseen.
public record Meter(long cpuNanosAtStart, long bytesAtStart) {

  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final ThreadMXBean THREADS =
      ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

  /// Since this process was started.
  public static final Meter PROCESS = new Meter(0, 0);

  public static Meter start() {
    return new Meter(SYSTEM.getProcessCpuTime(), THREADS.getTotalThreadAllocatedBytes());
  }

  public double cpuMicros() {
    return (SYSTEM.getProcessCpuTime() - cpuNanosAtStart) / 1e3;
  }

  public double allocatedBytes() {
    return THREADS.getTotalThreadAllocatedBytes() - bytesAtStart;
  }

  /// Live bytes on the heap and in direct buffers.
  public static double liveBytes() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    long direct =
        ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
            .mapToLong(BufferPoolMXBean::getMemoryUsed)
            .sum();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() + (double) direct;
  }
}
