package dev.toolwire.lab.report;

import dev.toolwire.lab.page.Figures;
import dev.toolwire.lab.page.ModelNames;
import dev.toolwire.lab.stats.Comparison;
import dev.toolwire.lab.stats.ModelPair;
import dev.toolwire.lab.stats.PairedTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// What can be said about differences between models, in sentences.
final class Findings {

  /// How many differences are told, the clearest first.
  static final int MOST = 5;

  private Findings() {}

  static List<String> of(Comparison comparison, ModelNames names) {
    List<ModelPair> seen =
        comparison.pairs().stream()
            .filter(pair -> pair.test().isSignificant())
            .sorted(Comparator.comparingDouble(pair -> pair.test().pValue()))
            .toList();
    if (seen.isEmpty()) {
      return none(comparison, names);
    }
    List<String> findings = new ArrayList<>();
    seen.stream().limit(MOST).map(pair -> difference(pair, names)).forEach(findings::add);
    if (seen.size() > MOST) {
      findings.add("and " + Figures.count(seen.size() - MOST, "more difference"));
    }
    return findings;
  }

  private static String difference(ModelPair pair, ModelNames names) {
    boolean firstBetter = pair.test().difference() > 0;
    return String.format(
        Locale.ROOT,
        "%s passes more often than %s: %d of %s against %d (p = %s)",
        names.of(firstBetter ? pair.first() : pair.second()),
        names.of(firstBetter ? pair.second() : pair.first()),
        pair.test().both() + Math.max(pair.test().onlyFirst(), pair.test().onlySecond()),
        Figures.count(pair.test().pairs(), "trial"),
        pair.test().both() + Math.min(pair.test().onlyFirst(), pair.test().onlySecond()),
        p(pair.test()));
  }

  private static String p(PairedTest test) {
    return test.pValue() < 0.0001
        ? "0.0001 or less"
        : String.format(Locale.ROOT, "%.4f", test.pValue());
  }

  /// So few trials show nothing; says how many it would take.
  private static List<String> none(Comparison comparison, ModelNames names) {
    if (comparison.pairs().isEmpty()) {
      return List.of();
    }
    Optional<ModelPair> nearest =
        comparison.pairs().stream()
            .filter(pair -> pair.test().pairsNeeded().isPresent())
            .min(Comparator.comparingDouble(pair -> pair.test().pValue()));
    String nothing = "No difference between two models is beyond chance (at 5%)";
    if (nearest.isEmpty()) {
      return List.of(nothing + ".");
    }
    ModelPair pair = nearest.get();
    OptionalLong needed = pair.test().pairsNeeded();
    return List.of(
        nothing
            + "; to tell "
            + names.of(pair.first())
            + " from "
            + names.of(pair.second())
            + " for sure it would take some "
            + Figures.count(needed.orElseThrow(), "trial")
            + " of each, not "
            + pair.test().pairs()
            + ".");
  }
}
