package dev.toolwire.lab.campaign;

import java.time.Duration;
import java.util.Optional;

/// How far a campaign is.
///
/// @param done runs that are finished, those of earlier processes included
/// @param total all runs that were planned
/// @param elapsed since this process began
/// @param left how long the others may take, by what those of this process took; empty before the
///   first has finished
public record Progress(int done, int total, Duration elapsed, Optional<Duration> left) {

  /// From 0 to 1.
  public double share() {
    return total == 0 ? 1 : done / (double) total;
  }

  /// One line, such as `12 of 90 runs, 3:05 left`.
  @Override
  public String toString() {
    String runs = done + " of " + total + " runs";
    return left.map(time -> runs + ", " + clock(time) + " left").orElse(runs);
  }

  private static String clock(Duration time) {
    long seconds = (time.toMillis() + 999) / 1000;
    String minutes =
        seconds < 3600 ? "" + seconds / 60 : seconds / 3600 + ":" + two(seconds / 60 % 60);
    return minutes + ":" + two(seconds % 60);
  }

  private static String two(long number) {
    return number < 10 ? "0" + number : "" + number;
  }
}
