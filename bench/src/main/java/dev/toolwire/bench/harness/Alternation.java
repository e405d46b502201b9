package dev.toolwire.bench.harness;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;

/// What several sides cost, measured in alternation: in each of many turns everybody comes once, in
/// the other direction than in the turn before. What drifts meanwhile meets all alike, so sides are
/// compared turn by turn.
public final class Alternation {

  private final double[][] costs;

  private Alternation(double[][] costs) {
    this.costs = costs;
  }

  /// Measures every side in each turn.
  ///
  /// @param warmUp turns before the first that counts
  /// @param sides each gives what it has cost this time
  public static Alternation measure(int warmUp, int turns, List<? extends DoubleSupplier> sides) {
    double[][] costs = new double[sides.size()][turns];
    for (int turn = -warmUp; turn < turns; turn++) {
      for (int i = 0; i < sides.size(); i++) {
        int side = (turn & 1) == 0 ? i : sides.size() - 1 - i;
        double cost = sides.get(side).getAsDouble();
        if (turn >= 0) {
          costs[side][turn] = cost;
        }
      }
    }
    return new Alternation(costs);
  }

  /// What a side costs.
  public Median cost(int side) {
    return Median.of(costs[side].clone());
  }

  /// What a side costs more than another.
  public Median difference(int side, int other) {
    double[] differences = new double[costs[side].length];
    Arrays.setAll(differences, turn -> costs[side][turn] - costs[other][turn]);
    return Median.of(differences);
  }

  /// How many times what another costs a side costs.
  public Median ratio(int side, int other) {
    double[] ratios = new double[costs[side].length];
    Arrays.setAll(ratios, turn -> costs[side][turn] / costs[other][turn]);
    return Median.of(ratios);
  }
}
