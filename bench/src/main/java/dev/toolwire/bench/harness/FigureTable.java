package dev.toolwire.bench.harness;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Figures of all rounds; prints one aligned table of medians, a row for each figure and a column
/// for each contender, with ratios to the first contender.
public final class FigureTable {

  private final List<? extends Figure> figures;
  private final List<String> contenders;
  private final int rounds;
  private final Map<String, double[]> values = new HashMap<>();

  public FigureTable(List<? extends Figure> figures, List<String> contenders, int rounds) {
    this.figures = figures;
    this.contenders = contenders;
    this.rounds = rounds;
  }

  /// A figure that is never put is a `no`.
  public void put(String figure, String contender, int round, double value) {
    roundsOf(figure, contender)[round] = value;
  }

  private double[] roundsOf(String figure, String contender) {
    return values.computeIfAbsent(
        figure + " " + contender,
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
    contenders.forEach(name -> out.append(String.format(Locale.ROOT, " %15s", name)));
    out.append('\n');
    for (Figure figure : figures) {
      out.append(String.format(Locale.ROOT, "%-40s %-4s", figure.title(), figure.unit()));
      double yardstick = Figure.median(roundsOf(figure.name(), contenders.getFirst()));
      for (String contender : contenders) {
        double value = Figure.median(roundsOf(figure.name(), contender));
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
