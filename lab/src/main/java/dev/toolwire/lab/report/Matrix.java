package dev.toolwire.lab.report;

import dev.toolwire.lab.page.ModelNames;
import dev.toolwire.lab.scenario.Scenario;
import dev.toolwire.lab.stats.Cell;
import dev.toolwire.lab.stats.Comparison;
import dev.toolwire.lab.stats.ModelSummary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How many runs passed, scenarios down and models across: as many beside each other as fit, the
/// others below.
final class Matrix {

  /// How many models stand beside each other.
  private static final int ABREAST = 5;

  private static final int WIDEST_HEAD = 11;

  private final Comparison comparison;
  private final ModelNames names;
  private final Map<String, Cell> cells = new HashMap<>();

  Matrix(Comparison comparison, ModelNames names) {
    this.comparison = comparison;
    this.names = names;
    comparison.cells().forEach(cell -> cells.put(key(cell.model(), cell.scenario()), cell));
  }

  private static String key(String model, String scenario) {
    return scenario + " " + model;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    List<String> models = comparison.models().stream().map(ModelSummary::model).toList();
    for (int from = 0; from < models.size(); from += ABREAST) {
      if (from > 0) {
        lines.add("");
      }
      lines.addAll(lines(models.subList(from, Math.min(models.size(), from + ABREAST))));
    }
    return lines;
  }

  private List<String> lines(List<String> models) {
    List<String> heads = new ArrayList<>(List.of("SCENARIO"));
    models.forEach(model -> heads.add(Grid.cut(names.of(model), WIDEST_HEAD)));
    Grid grid = new Grid(heads.toArray(String[]::new));
    for (Scenario scenario : comparison.scenarios()) {
      List<String> row = new ArrayList<>(List.of(scenario.name()));
      for (String model : models) {
        Cell cell = cells.get(key(model, scenario.name()));
        row.add(cell == null ? Cells.NONE : Cells.of(cell.passed()));
      }
      grid.row(row.toArray(String[]::new));
    }
    return grid.lines();
  }
}
