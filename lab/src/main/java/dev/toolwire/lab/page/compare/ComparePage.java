package dev.toolwire.lab.page.compare;

import static dev.toolwire.lab.page.Html.tag;

import dev.toolwire.lab.page.Element;
import dev.toolwire.lab.page.Inlined;
import dev.toolwire.lab.page.ModelNames;
import dev.toolwire.lab.page.Page;
import dev.toolwire.lab.stats.Cell;
import dev.toolwire.lab.stats.Comparison;
import dev.toolwire.lab.stats.ModelSummary;

/// The report on a comparison: which model uses these tools well, for a person who has to choose
/// one and wants to see why.
///
/// The runs of each model and scenario are packed together and only unpacked when a reader opens
/// one of them, so that thousands of runs stay quick to open.
public final class ComparePage {

  private ComparePage() {}

  /// The report on a comparison.
  ///
  /// @param command what to type to have the same compared again; empty if nobody knows
  public static Page of(Comparison comparison, String command) {
    ModelNames names =
        ModelNames.of(comparison.models().stream().map(ModelSummary::model).toList());
    Page page =
        Page.titled(
                "Comparison: " + Headline.of(comparison, names), Headline.header(comparison, names))
            .section("models", "Models", ModelTable.content(comparison, names))
            .section("matrix", "Models and scenarios", Matrix.content(comparison, names))
            .section("runs", "Runs", tag("div").with("id", "explorer"))
            .section("pairs", "Is the difference real?", Pairs.content(comparison, names))
            .section("method", "Method", Method.content(comparison, command))
            .data("runs", RunIndex.of(comparison, names))
            .chart(ModelTable.chart(comparison, names))
            .script(Inlined.beside(ComparePage.class, "transcript.js"))
            .script(Inlined.beside(ComparePage.class, "explorer.js"));
    for (Cell cell : comparison.cells()) {
      if (!cell.runs().isEmpty()) {
        page = page.packed(RunIndex.block(comparison, cell), RunDetails.of(cell));
      }
    }
    return page;
  }

  /// A link that has the script show only some runs.
  static Element runs(String words, String model, String scenario) {
    return tag("a", words)
        .with("href", "#runs?" + Fragment.of("model", model, "scenario", scenario));
  }
}
