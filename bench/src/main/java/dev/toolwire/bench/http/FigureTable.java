package dev.toolwire.bench.http;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Figures of all rounds; prints one aligned table of medians, a row for each figure and a column
/// for each contender, with ratios to the first contender.
final class FigureTable {

  private final List<Roster> entries;
  private final int rounds;
  private final Map<Figure, Map<Roster, double[]>> values = new EnumMap<>(Figure.class);

  FigureTable(List<Roster> entries, int rounds) {
    this.entries = entries;
    this.rounds = rounds;
  }

  /// A figure that is never put is a `no`.
  void put(Figure figure, Roster entry, int round, double value) {
    roundsOf(figure, entry)[round] = value;
  }

  private double[] roundsOf(Figure figure, Roster entry) {
    return values
        .computeIfAbsent(figure, _ -> new EnumMap<>(Roster.class))
        .computeIfAbsent(
            entry,
            _ -> {
              double[] none = new double[rounds];
              Arrays.fill(none, Double.NaN);
              return none;
            });
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    out.append(String.format(Locale.ROOT, "%-40s %-4s", "", ""));
    entries.forEach(entry -> out.append(String.format(Locale.ROOT, " %15s", entry)));
    out.append('\n');
    for (Figure figure : Figure.values()) {
      out.append(String.format(Locale.ROOT, "%-40s %-4s", figure.title, figure.unit));
      double yardstick = Figure.median(roundsOf(figure, entries.getFirst()));
      for (Roster entry : entries) {
        double value = Figure.median(roundsOf(figure, entry));
        out.append(String.format(Locale.ROOT, " %15s", cell(value, yardstick)));
      }
      out.append('\n');
    }
    return out.toString();
  }

  private static String cell(double value, double yardstick) {
    String number = Figure.format(value);
    return Double.isNaN(value) || Double.isNaN(yardstick)
        ? number
        : number + String.format(Locale.ROOT, " x%4.1f", value / yardstick);
  }
}
