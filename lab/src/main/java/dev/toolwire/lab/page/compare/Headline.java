package dev.toolwire.lab.page.compare;

import static dev.toolwire.lab.page.Html.tag;

import dev.toolwire.lab.page.Figures;
import dev.toolwire.lab.page.Html;
import dev.toolwire.lab.page.ModelNames;
import dev.toolwire.lab.stats.Comparison;
import dev.toolwire.lab.stats.ModelSummary;
import dev.toolwire.lab.stats.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The verdict in a sentence.
final class Headline {

  private static final int NAMED = 4;

  private Headline() {}

  static Html header(Comparison comparison, ModelNames names) {
    return Html.all(
        tag("p", facts(comparison, names)).in("eyebrow"),
        tag("h1", of(comparison, names)),
        tag(
                "p",
                "Every model was given the same tools and the same questions. A run passes if the"
                    + " model made the right calls with the right arguments and gave the right"
                    + " answer. A model is reliable if at least 19 of 20 runs pass without a flaw.")
            .in("lead"));
  }

  /// Such as “gpt-4o is reliable; mistral-large and command-r-plus are flaky.”
  static String of(Comparison comparison, ModelNames names) {
    List<String> parts = new ArrayList<>();
    for (Standing standing : Standing.values()) {
      List<String> alike =
          comparison.models().stream()
              .filter(model -> model.standing() == standing)
              .map(ModelSummary::model)
              .map(names::of)
              .toList();
      if (!alike.isEmpty()) {
        parts.add(listed(alike) + (alike.size() == 1 ? " is " : " are ") + standing);
      }
    }
    return parts.isEmpty() ? "No model was compared." : String.join("; ", parts) + ".";
  }

  private static String listed(List<String> names) {
    if (names.size() == 1) {
      return names.getFirst();
    }
    return names.size() <= NAMED
        ? String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast()
        : String.join(", ", names.subList(0, NAMED - 1))
            + " and "
            + (names.size() - NAMED + 1)
            + " others";
  }

  private static String facts(Comparison comparison, ModelNames names) {
    var runs = comparison.runs();
    return "Comparison · "
        + Figures.count(names.count(), names.areSimulated() ? "simulated model" : "model")
        + " · "
        + Figures.count(comparison.scenarios().size(), "scenario")
        + " · "
        + Figures.count(runs.size(), "run")
        + runs.stream()
            .map(run -> run.run().began())
            .max(Instant::compareTo)
            .map(at -> " · " + Figures.day(at))
            .orElse("");
  }
}
