package dev.toolwire.bench.harness;

import java.util.Arrays;
import java.util.Locale;

/// One thing that is measured: a row of the table. Implemented by enums, whose `name` stands for
/// the figure in the output of a contender's process.
public interface Figure {

  /// How the table says it.
  ///
  /// @param unit empty for a plain number
  record Row(String title, String unit) {}

  String name();

  Row row();

  default String title() {
    return row().title();
  }

  default String unit() {
    return row().unit();
  }

  /// Prints what was measured for [Rounds] to read.
  default void print(double value) {
    System.out.println(name() + " " + value);
  }

  /// The middle of the rounds; a `no` ([Double#NaN]) in any of them is a `no`.
  static double median(double[] rounds) {
    double[] sorted = rounds.clone();
    Arrays.sort(sorted);
    return Double.isNaN(sorted[sorted.length - 1]) ? Double.NaN : sorted[sorted.length / 2];
  }

  static String format(double value) {
    if (Double.isNaN(value)) {
      return "no";
    }
    return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%.0f", value);
  }
}
