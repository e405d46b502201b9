package dev.toolwire.lab.page.stall;

import static dev.toolwire.lab.page.Html.tag;

import dev.toolwire.lab.page.Chart;
import dev.toolwire.lab.page.Figures;
import dev.toolwire.lab.page.Html;
import dev.toolwire.lab.page.Table;
import dev.toolwire.lab.study.CellStudy;
import dev.toolwire.lab.study.RouteStudy;
import dev.toolwire.lab.study.RunStudy;
import dev.toolwire.lab.study.Seconds;
import dev.toolwire.lab.study.Sketch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// For each route the typical run of each cell as it came in: bytes over time, with the longest
/// silence shaded.
final class Arrivals {

  private static final double NANOS = 1e9;

  private Arrivals() {}

  static Html content(List<Chart> charts) {
    return Html.all(
        tag(
            "p",
            "Bytes that had arrived, over time, in the run whose longest silence is the median of"
                + " its kind. The dashed line is the paired control, which wrote about as much as"
                + " plain text. Where the two rise together the input streams; where the input"
                + " stands still and then jumps, it was held back."),
        tag("div").in("charts").containing(charts.stream().map(Chart::html).toList()));
  }

  static List<Chart> charts(List<RouteStudy> routes, RouteNames names) {
    List<Chart> charts = new ArrayList<>();
    for (RouteStudy route : routes) {
      if (!route.cells().isEmpty()) {
        charts.add(chart("arrivals-" + charts.size(), route, names.of(route)));
      }
    }
    return charts;
  }

  private static Chart chart(String id, RouteStudy route, String name) {
    ArrayNode choices = JsonNodeFactory.instance.arrayNode();
    Table table =
        Table.captioned("Typical runs of " + name, "Input")
            .figures("Block open", "Silent from", "to", "Bytes in all", "100 ms after the silence");
    // The largest input in the most parts comes first: there behaviours look least alike.
    for (CellStudy cell : route.cells().reversed()) {
      Optional<RunStudy> typical = typical(route, cell);
      if (typical.isPresent()) {
        choices.add(choice(route, cell, typical.get(), name));
        table = table.row(row(cell, typical.get()));
      }
    }
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.set("choices", choices);
    String caption = name + ": " + route.verdict();
    return new Chart(id, "arrivals", caption, caption, data, table);
  }

  /// The run with the median gap; of an even number, the longer one in the middle.
  private static Optional<RunStudy> typical(RouteStudy route, CellStudy cell) {
    List<RunStudy> runs =
        route.telling().stream()
            .filter(run -> run.label().shape() == cell.shape() && run.label().size() == cell.size())
            .filter(run -> run.metrics().longest().isPresent())
            .sorted(Comparator.comparingLong(run -> run.metrics().maxGap()))
            .toList();
    return runs.isEmpty() ? Optional.empty() : Optional.of(runs.get(runs.size() / 2));
  }

  private static ObjectNode choice(RouteStudy route, CellStudy cell, RunStudy run, String name) {
    Sketch sketch = run.sketch();
    ObjectNode choice = JsonNodeFactory.instance.objectNode();
    choice.put("name", input(cell));
    choice.put(
        "label",
        "Bytes over time for %s, %s: no byte of the input from %s to %s, then the rest."
            .formatted(
                name,
                input(cell),
                Seconds.of((double) sketch.silence().from()),
                Seconds.of((double) sketch.silence().to())));
    choice.set("input", points(sketch.input()));
    choice.set("silence", span(sketch.silence()));
    choice.put("end", sketch.totalNanos() / NANOS);
    ArrayNode blocks = choice.putArray("blocks");
    sketch.toolBlocks().forEach(block -> blocks.add(span(block)));
    route.controls().stream()
        .filter(control -> control.label().equals(run.label().paired()))
        .findFirst()
        .ifPresent(control -> choice.set("control", points(control.sketch().text())));
    return choice;
  }

  private static String[] row(CellStudy cell, RunStudy run) {
    var longest = run.metrics().longest().orElseThrow();
    return new String[] {
      input(cell),
      Seconds.of((double) longest.openNanos()),
      Seconds.of((double) run.sketch().silence().from()),
      Seconds.of((double) run.sketch().silence().to()),
      Figures.count(longest.bytes()),
      Figures.percent(longest.share(longest.burst100()))
    };
  }

  private static String input(CellStudy cell) {
    return Figures.count(cell.size()) + " characters, " + Words.shape(cell.shape());
  }

  private static ArrayNode points(List<Sketch.Point> points) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    for (Sketch.Point point : points) {
      all.addObject().put("x", point.nanos() / NANOS).put("y", point.bytes());
    }
    return all;
  }

  private static ArrayNode span(Sketch.Span span) {
    return JsonNodeFactory.instance.arrayNode().add(span.from() / NANOS).add(span.to() / NANOS);
  }
}
