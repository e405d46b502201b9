package dev.toolwire.lab.page.stall;

import static dev.toolwire.lab.page.Html.tag;
import static dev.toolwire.lab.page.Html.text;

import dev.toolwire.lab.page.Figures;
import dev.toolwire.lab.page.Html;
import dev.toolwire.lab.page.Table;
import dev.toolwire.lab.stall.Survival;
import dev.toolwire.lab.study.CellStudy;
import dev.toolwire.lab.study.RouteStudy;
import java.util.ArrayList;
import java.util.List;

/// For each route and idle limit, the largest input that got through.
final class SurvivalTable {

  /// How far beyond what was measured a line is believed.
  private static final long FURTHEST = 10;

  private SurvivalTable() {}

  static Html content(List<RouteStudy> routes, RouteNames names) {
    Table table =
        Table.captioned("Largest input, in characters, that every run survived", "Route")
            .figures(
                Survival.IDLE_LIMITS.stream()
                    .map(limit -> limit.toSeconds() + " s")
                    .toArray(String[]::new));
    for (RouteStudy route : routes) {
      if (!route.survival().isEmpty()) {
        List<Html> cells = new ArrayList<>(List.of(text(names.of(route))));
        int largest = route.cells().stream().mapToInt(CellStudy::size).max().orElse(0);
        route.survival().forEach(each -> cells.add(cell(each, largest)));
        table = table.row(cells);
      }
    }
    return Html.all(
        tag(
            "p",
            "Many products give up on a connection over which no byte has come for so long. ✓ means"
                + " that every run got through, up to the largest size that was tried; ✕ that from"
                + " some size on a run would have been ended. The lower figure is where the"
                + " regression reaches the limit, which may lie beyond what was measured."),
        table.html());
  }

  private static Html cell(Survival survival, int largest) {
    String seen =
        survival.largestSeen().isPresent()
            ? Figures.count(survival.largestSeen().getAsInt())
            : "none";
    boolean passed = survival.smallestKilled().isEmpty();
    Html mark = tag("span", seen).in("word").in(passed ? "good" : "bad");
    long predicted = survival.largestPredicted().orElse(Long.MAX_VALUE);
    return predicted <= largest * FURTHEST
        ? Html.all(mark, tag("span", Words.about(predicted)).in("below"))
        : mark;
  }
}
