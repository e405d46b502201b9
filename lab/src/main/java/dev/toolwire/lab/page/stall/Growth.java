package dev.toolwire.lab.page.stall;

import static dev.toolwire.lab.page.Html.tag;

import dev.toolwire.lab.page.Chart;
import dev.toolwire.lab.page.Figures;
import dev.toolwire.lab.page.Html;
import dev.toolwire.lab.page.Table;
import dev.toolwire.lab.stall.BufferRatio;
import dev.toolwire.lab.stall.Interval;
import dev.toolwire.lab.stall.Shape;
import dev.toolwire.lab.stall.Slope;
import dev.toolwire.lab.stall.Survival;
import dev.toolwire.lab.study.CellStudy;
import dev.toolwire.lab.study.Figure;
import dev.toolwire.lab.study.GrowthStudy;
import dev.toolwire.lab.study.RouteStudy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// How silence grows with the input: every run, the medians with their intervals, and the line
/// through them; for each shape one drawing.
final class Growth {

  private static final double NANOS = 1e9;

  private Growth() {}

  static Html content(List<Chart> charts, List<RouteStudy> routes, RouteNames names) {
    return Html.all(
        tag(
            "p",
            "Each point is a run; each bar is the median of a size with its 95% bootstrap interval;"
                + " each line is the Theil–Sen regression. The buffer ratio is the line’s slope"
                + " times the rate at which the same model writes text: 0 if nothing is held back,"
                + " 1 if everything is."),
        tag("div").in("charts").containing(charts.stream().map(Chart::html).toList()),
        ratios(routes, names));
  }

  private static Html ratios(List<RouteStudy> routes, RouteNames names) {
    Table table =
        Table.captioned("Buffer ratios with their 95% bootstrap intervals", "Route", "Input")
            .figures("Theil–Sen", "Least squares", "Stray runs", "Silence per 1,000 bytes");
    for (RouteStudy route : routes) {
      for (GrowthStudy growth : route.growth()) {
        table = table.row(row(names.of(route), growth));
      }
    }
    return table.html();
  }

  private static String[] row(String name, GrowthStudy growth) {
    return new String[] {
      name,
      Words.shape(growth.shape()),
      growth.ratio().map(BufferRatio::theilSen).map(Words::ratio).orElse("–"),
      growth.ratio().map(BufferRatio::leastSquares).map(Words::ratio).orElse("–"),
      growth.ratio().map(ratio -> Figures.percent(ratio.stray())).orElse("–"),
      Words.slope(growth.theilSen())
    };
  }

  static List<Chart> charts(List<RouteStudy> routes, RouteNames names) {
    List<Chart> charts = new ArrayList<>();
    for (Shape shape : Shape.values()) {
      if (routes.stream().anyMatch(route -> route.growth(shape).isPresent())) {
        charts.add(chart(shape, routes, names));
      }
    }
    return charts;
  }

  /// With several models a reader chooses one: dozens of lines over each other say nothing.
  private static Chart chart(Shape shape, List<RouteStudy> routes, RouteNames names) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    ArrayNode choices = data.putArray("choices");
    Map<String, List<RouteStudy>> byModel =
        routes.stream()
            .filter(route -> route.growth(shape).isPresent())
            .collect(
                Collectors.groupingBy(RouteStudy::model, LinkedHashMap::new, Collectors.toList()));
    byModel.forEach(
        (model, alike) -> choices.add(choice(names.models().of(model), shape, alike, names)));
    return new Chart(
        "growth-" + shape.name().toLowerCase(Locale.ROOT),
        "growth",
        "The longest silence against the bytes of the input, " + Words.shape(shape) + ".",
        "Input written as " + Words.shape(shape),
        data,
        table(shape, routes, names));
  }

  private static ObjectNode choice(
      String model, Shape shape, List<RouteStudy> routes, RouteNames names) {
    ObjectNode choice = JsonNodeFactory.instance.objectNode().put("name", model);
    choice.put(
        "label",
        "The longest silence against the bytes of the input, %s, for %s."
            .formatted(Words.shape(shape), model));
    ArrayNode limits = choice.putArray("limits");
    Survival.IDLE_LIMITS.forEach(limit -> limits.add(limit.toSeconds()));
    ArrayNode series = choice.putArray("routes");
    routes.forEach(route -> series.add(series(route, shape, names.withinModel(route))));
    return choice;
  }

  private static Table table(Shape shape, List<RouteStudy> routes, RouteNames names) {
    Table table =
        Table.captioned("Longest silence by size, " + Words.shape(shape), "Route")
            .figures("Characters", "Runs", "Median and 95% interval", "95th percentile");
    for (RouteStudy route : routes) {
      for (CellStudy cell : cells(route, shape)) {
        var gap = cell.figure(Figure.MAX_GAP);
        table =
            table.row(
                names.of(route),
                Figures.count(cell.size()),
                Figures.count(cell.runs()),
                Words.cell(Figure.MAX_GAP, gap),
                Words.written(Figure.MAX_GAP).apply(gap.p95()));
      }
    }
    return table;
  }

  private static List<CellStudy> cells(RouteStudy route, Shape shape) {
    return route.cells().stream().filter(cell -> cell.shape() == shape).toList();
  }

  private static ObjectNode series(RouteStudy route, Shape shape, String name) {
    ObjectNode series = JsonNodeFactory.instance.objectNode().put("name", name);
    ArrayNode runs = series.putArray("runs");
    route.telling().stream()
        .filter(run -> run.label().shape() == shape && run.metrics().longest().isPresent())
        .forEach(run -> point(runs, run.metrics().inputBytes(), run.metrics().maxGap() / NANOS));
    ArrayNode medians = series.putArray("medians");
    for (CellStudy cell : cells(route, shape)) {
      Interval gap = cell.figure(Figure.MAX_GAP).median();
      medians
          .addObject()
          .put("x", bytes(route, cell))
          .put("low", gap.low() / NANOS)
          .put("y", gap.estimate() / NANOS)
          .put("high", gap.high() / NANOS);
    }
    Slope line = route.growth(shape).orElseThrow().theilSen();
    series.putObject("line").put("slope", line.slope()).put("intercept", line.intercept());
    return series;
  }

  /// Where a cell stands: the mean bytes of its inputs.
  private static double bytes(RouteStudy route, CellStudy cell) {
    return route.telling().stream()
        .filter(run -> run.label().shape() == cell.shape() && run.label().size() == cell.size())
        .filter(run -> run.metrics().longest().isPresent())
        .mapToLong(run -> run.metrics().inputBytes())
        .average()
        .orElse(cell.size());
  }

  private static void point(ArrayNode points, long x, double y) {
    points.addObject().put("x", x).put("y", y);
  }
}
