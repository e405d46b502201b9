package dev.toolwire.lab.page.stall;

import static dev.toolwire.lab.page.Html.tag;

import dev.toolwire.lab.page.Figures;
import dev.toolwire.lab.page.Html;
import dev.toolwire.lab.page.Table;
import dev.toolwire.lab.study.CellStudy;
import dev.toolwire.lab.study.Figure;
import dev.toolwire.lab.study.RouteStudy;
import java.util.ArrayList;
import java.util.List;

/// Every figure of every cell, folded away.
final class Cells {

  private Cells() {}

  static Html content(List<RouteStudy> routes, RouteNames names) {
    List<Html> parts = new ArrayList<>();
    parts.add(tag("p", "The median of every figure, and the value that 95% of the runs keep."));
    for (RouteStudy route : routes) {
      if (!route.cells().isEmpty()) {
        parts.add(
            tag("details", tag("summary", names.of(route)), table(route, names.of(route)).html()));
      }
    }
    return Html.all(parts);
  }

  private static Table table(RouteStudy route, String name) {
    List<String> headings = new ArrayList<>();
    for (CellStudy cell : route.cells()) {
      headings.add(Figures.count(cell.size()) + ", " + Words.shape(cell.shape()));
    }
    Table table =
        Table.captioned("Median and 95th percentile: " + name, "Figure")
            .figures(headings.toArray(String[]::new));
    for (Figure figure : Figure.values()) {
      List<String> row = new ArrayList<>(List.of(figure.word()));
      for (CellStudy cell : route.cells()) {
        var value = cell.figure(figure);
        row.add(
            Words.written(figure).apply(value.median().estimate())
                + " / "
                + Words.written(figure).apply(value.p95()));
      }
      table = table.row(row.toArray(String[]::new));
    }
    return table;
  }
}
