package dev.toolwire.lab.study;

import java.util.Locale;

/// Times as people read them, in every report.
public final class Seconds {

  private Seconds() {}

  /// `16 ms`, `12.3 s`, `329 s`.
  public static String of(double nanos) {
    if (nanos < 1e9) {
      return String.format(Locale.ROOT, "%.0f ms", nanos / 1e6);
    }
    double seconds = nanos / 1e9;
    return String.format(Locale.ROOT, seconds < 100 ? "%.1f s" : "%,.0f s", seconds);
  }
}
