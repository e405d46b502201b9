package dev.toolwire.lab.stats;

import java.util.List;

/// pass^k: how likely it is that k trials of a scenario all pass, averaged over the scenarios. Of n
/// trials of which c pass it is estimated without bias by C(c, k) / C(n, k) (Yao and others,
/// τ-bench, [arXiv:2406.12045](https://arxiv.org/abs/2406.12045)).
///
/// @param k trials in a row, 1 or more
/// @param value from 0 to 1
public record PassPower(int k, double value) {

  /// @param passed by scenario, how many trials passed of those that were judged; scenarios with
  ///   fewer than `k` say nothing
  /// @throws IllegalArgumentException if no scenario has `k` trials
  static PassPower of(List<Proportion> passed, int k) {
    double mean =
        passed.stream()
            .filter(scenario -> scenario.of() >= k)
            .mapToDouble(scenario -> all(scenario, k))
            .average()
            .orElseThrow(
                () -> new IllegalArgumentException("no scenario has " + k + " judged trials"));
    return new PassPower(k, mean);
  }

  /// C(c, k) / C(n, k), as a product of k fractions so that nothing overflows.
  private static double all(Proportion scenario, int k) {
    double chance = 1;
    for (int i = 0; i < k; i++) {
      chance *= (double) Math.max(0, scenario.count() - i) / (scenario.of() - i);
    }
    return chance;
  }
}
