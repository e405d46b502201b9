package dev.toolwire.simulator;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Durations as scripts and faults write them: `250us`, `15ms`, `1.5s`, `2m`, and `0`.
final class Durations {

  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(us|ms|s|m)");

  /// The pattern of a duration, for use in the patterns of longer texts.
  static final String PATTERN = "\\d{1,9}(?:\\.\\d{1,9})?(?:us|ms|s|m)";

  private Durations() {}

  /// @throws IllegalArgumentException if `text` is not a duration
  static Duration parse(String text) {
    if (text.equals("0")) {
      return Duration.ZERO;
    }
    Matcher written = WRITTEN.matcher(text);
    if (!written.matches()) {
      throw new IllegalArgumentException(
          "expected a duration such as 15ms, 1.5s or 2m, got \"" + text + "\"");
    }
    double nanos = Double.parseDouble(written.group(1)) * nanosPer(written.group(2));
    return Duration.ofNanos(Math.round(nanos));
  }

  private static double nanosPer(String unit) {
    return switch (unit) {
      case "us" -> 1e3;
      case "ms" -> 1e6;
      case "s" -> 1e9;
      default -> 60e9;
    };
  }

  /// The shortest text that [#parse] reads as `duration`.
  static String write(Duration duration) {
    long nanos = duration.toNanos();
    if (nanos == 0) {
      return "0";
    }
    if (nanos % 60_000_000_000L == 0) {
      return nanos / 60_000_000_000L + "m";
    }
    if (nanos >= 1_000_000_000L) {
      return decimal(nanos, 1e9) + "s";
    }
    return nanos >= 1_000_000 ? decimal(nanos, 1e6) + "ms" : decimal(nanos, 1e3) + "us";
  }

  private static String decimal(long nanos, double unit) {
    double value = nanos / unit;
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
