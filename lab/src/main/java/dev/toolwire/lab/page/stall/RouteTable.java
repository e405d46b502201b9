package dev.toolwire.lab.page.stall;

import static dev.toolwire.lab.page.Html.tag;
import static dev.toolwire.lab.page.Html.text;

import dev.toolwire.lab.page.Figures;
import dev.toolwire.lab.page.Html;
import dev.toolwire.lab.page.Table;
import dev.toolwire.lab.recording.RecordedRun.Ending;
import dev.toolwire.lab.stall.Cell;
import dev.toolwire.lab.study.Endings;
import dev.toolwire.lab.study.Figure;
import dev.toolwire.lab.study.RouteStudy;
import dev.toolwire.lab.study.Seconds;
import java.util.List;
import java.util.Locale;

/// One line for each route: its verdict, and the figures that a reader asks for next.
final class RouteTable {

  private RouteTable() {}

  static Html content(List<RouteStudy> routes, RouteNames names) {
    Table table =
        Table.captioned("Each route with its verdict", "Route", "Tool input")
            .figures("Longest silence", "for characters", "per 1,000 bytes", "Text rate", "Runs");
    for (RouteStudy route : routes) {
      table = table.row(row(route, names));
    }
    return table.html();
  }

  private static List<Html> row(RouteStudy route, RouteNames names) {
    return List.of(
        text(names.of(route)),
        verdict(route),
        text(
            route
                .largest()
                .map(cell -> Seconds.of(cell.figure(Figure.MAX_GAP).median().estimate()))
                .orElse("–")),
        text(route.largest().map(cell -> Figures.count(cell.size())).orElse("–")),
        text(
            route.growth().stream()
                .findFirst()
                .map(each -> Words.slope(each.theilSen()))
                .orElse("–")),
        text(route.textRate().map(RouteTable::rate).orElse("–")),
        text(endings(route.endings())));
  }

  /// With the reason below it where it is none.
  private static Html verdict(RouteStudy route) {
    Html word = Words.verdict(route.verdict());
    return route.verdict().behaviour().isPresent()
        ? word
        : Html.all(word, tag("span", route.doubt()).in("below"));
  }

  private static String rate(Cell rate) {
    return Figures.count(Math.round(rate.median().estimate())) + " B/s";
  }

  /// How many there were, and how many of them ended otherwise than answered.
  private static String endings(Endings endings) {
    StringBuilder out = new StringBuilder(Figures.count(endings.total()));
    for (Ending ending : Ending.values()) {
      if (ending != Ending.ANSWERED && endings.count(ending) > 0) {
        out.append(", ")
            .append(endings.count(ending))
            .append(' ')
            .append(ending.name().toLowerCase(Locale.ROOT));
      }
    }
    return out.toString();
  }
}
