package dev.toolwire.lab.stall;

import dev.toolwire.lab.stall.Moment.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;

/// Timelines as a person writes them down: one moment a line, `milliseconds what [bytes]`, where
/// what is a kind of moment and blocks are numbered as they open.
final class Timelines {

  private static final long NANOS_PER_MILLI = 1_000_000;

  private Timelines() {}

  static Timeline of(String written) {
    List<Moment> moments = new ArrayList<>();
    int block = 0;
    for (String line : written.lines().toList()) {
      Scanner words = new Scanner(line);
      long nanos = millis(Double.parseDouble(words.next()));
      Kind kind = Kind.valueOf(words.next().toUpperCase(Locale.ROOT));
      int bytes = words.hasNextInt() ? words.nextInt() : 0;
      moments.add(Moment.at(kind, nanos, block, bytes));
      block += kind == Kind.CONTENT_BLOCK_STOP ? 1 : 0;
    }
    return Timeline.of(moments);
  }

  static long millis(double millis) {
    return Math.round(millis * NANOS_PER_MILLI);
  }
}
