package dev.toolwire.lab.page.compare;

import static dev.toolwire.lab.page.Html.tag;
import static dev.toolwire.lab.page.Html.text;

import dev.toolwire.lab.page.Html;
import dev.toolwire.lab.page.ModelNames;
import dev.toolwire.lab.page.Table;
import dev.toolwire.lab.scenario.Scenario;
import dev.toolwire.lab.stats.Cell;
import dev.toolwire.lab.stats.Comparison;
import dev.toolwire.lab.stats.ModelSummary;
import java.util.ArrayList;
import java.util.List;

/// How many trials passed, for each scenario and model; each leads to its runs.
final class Matrix {

  private Matrix() {}

  static Html content(Comparison comparison, ModelNames names) {
    Table table =
        Table.captioned("Trials that passed, of those that could be judged", "Scenario")
            .figures(
                comparison.models().stream()
                    .map(model -> names.of(model.model()))
                    .toArray(String[]::new));
    for (Scenario scenario : comparison.scenarios()) {
      List<Html> row = new ArrayList<>();
      row.add(scenario(scenario));
      for (ModelSummary model : comparison.models()) {
        row.add(cell(comparison, model, scenario));
      }
      table = table.row(row);
    }
    return Html.all(
        tag(
            "p",
            "✓ every trial passed, ◐ some, ✕ none, ? none could be judged. Each leads to its"
                + " runs."),
        table.html());
  }

  private static Html scenario(Scenario scenario) {
    return scenario.about().isEmpty()
        ? text(scenario.name())
        : Html.all(text(scenario.name()), tag("span", scenario.about()).in("below"));
  }

  private static Html cell(Comparison comparison, ModelSummary model, Scenario scenario) {
    return comparison.cells().stream()
        .filter(
            cell -> cell.model().equals(model.model()) && cell.scenario().equals(scenario.name()))
        .filter(cell -> !cell.runs().isEmpty())
        .findFirst()
        .<Html>map(Matrix::link)
        .orElse(text("–"));
  }

  private static Html link(Cell cell) {
    var passed = cell.passed();
    return ComparePage.runs(passed.toString(), cell.model(), cell.scenario())
        .in("word")
        .in(Words.mark(passed));
  }
}
