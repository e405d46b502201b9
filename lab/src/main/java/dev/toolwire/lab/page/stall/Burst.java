package dev.toolwire.lab.page.stall;

import static dev.toolwire.lab.page.Html.tag;

import dev.toolwire.lab.page.Html;
import dev.toolwire.lab.page.Table;
import dev.toolwire.lab.study.Figure;
import dev.toolwire.lab.study.RouteStudy;
import java.util.List;

/// How much of the input comes at once when the silence ends.
final class Burst {

  private Burst() {}

  static Html content(List<RouteStudy> routes, RouteNames names) {
    Table table =
        Table.captioned("At the largest size: medians with their 95% intervals", "Route")
            .figures("Within 100 ms of the end", "Time spent silent", "Smoothness");
    for (RouteStudy route : routes) {
      var largest = route.largest();
      if (largest.isPresent()) {
        var cell = largest.get();
        table =
            table.row(
                names.of(route),
                Words.cell(Figure.BURST_100, cell.figure(Figure.BURST_100)),
                Words.cell(Figure.SILENT_SHARE, cell.figure(Figure.SILENT_SHARE)),
                Words.cell(Figure.SMOOTHNESS, cell.figure(Figure.SMOOTHNESS)));
      }
    }
    return Html.all(
        tag(
            "p",
            "The share of the input that came within 100 ms after the longest silence; the share of"
                + " the time, from the start of the call to its end, that lay in silences; and how"
                + " evenly the bytes came: 100% at a constant rate, 0% if all came at the end."),
        table.html());
  }
}
