package dev.toolwire.lab.study;

import java.util.Locale;

/// Times as people read them, in every report.
public final class Seconds {

  private Seconds() {}

  /// `0.8 s`, `12.3 s`, `329 s`.
  public static String of(double nanos) {
    double seconds = nanos / 1e9;
    return String.format(Locale.ROOT, seconds < 100 ? "%.1f s" : "%,.0f s", seconds);
  }
}
