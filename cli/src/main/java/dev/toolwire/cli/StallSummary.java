package dev.toolwire.cli;

import dev.toolwire.lab.stall.Behaviour;
import dev.toolwire.lab.strategy.SimulatedReaches;
import dev.toolwire.lab.strategy.SimulatedRoute;
import dev.toolwire.lab.strategy.Strategy;
import dev.toolwire.lab.study.CellStudy;
import dev.toolwire.lab.study.Figure;
import dev.toolwire.lab.study.RouteStudy;
import dev.toolwire.lab.study.Seconds;
import dev.toolwire.lab.study.StallStudy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;

/// The verdicts of a study as tables; those on simulated models beside what was programmed.
record StallSummary(StallStudy study) {

  private static final String INCONCLUSIVE = "inconclusive";

  /// Prints a table for each model of each recording.
  ///
  /// @return whether every verdict on a simulated model is what was programmed
  boolean print(CommandSpec spec) {
    var out = spec.commandLine().getOut();
    var tables = new LinkedHashMap<List<String>, List<RouteStudy>>();
    for (var route : study.routes()) {
      tables
          .computeIfAbsent(List.of(route.source(), route.model()), _ -> new ArrayList<>())
          .add(route);
    }
    boolean colour = Options.inColour(spec);
    tables.forEach((name, routes) -> {
      out.println(Ink.BOLD.on(name.getLast(), colour));
      new Table(
              List.of("STRATEGY", "VERDICT", "SILENT FOR", ""),
              routes.stream().map(StallSummary::row).toList())
          .print(out, colour);
      out.println();
    });
    long simulated = study.routes().stream().filter(route -> !truth(route).isEmpty()).count();
    long right =
        study.routes().stream().filter(route -> truth(route).equals(verdict(route))).count();
    if (simulated > 0) {
      out.printf("%d of %d verdicts on simulated models are as programmed.%n", right, simulated);
    }
    return right == simulated;
  }

  private static String verdict(RouteStudy route) {
    return route.verdict().behaviour().map(Behaviour::toString).orElse(INCONCLUSIVE);
  }

  private static List<String> row(RouteStudy route) {
    var truth = truth(route);
    var programmed =
        truth.isEmpty()
            ? ""
            : truth.equals(verdict(route))
                ? "as programmed"
                : "but it is programmed to be " + truth;
    var doubt = route.doubt();
    return List.of(
        route.strategy(),
        verdict(route),
        route.largest().map(StallSummary::silence).orElse("-"),
        doubt + (doubt.isEmpty() || programmed.isEmpty() ? "" : "; ") + programmed);
  }

  private static String silence(CellStudy cell) {
    return String.format(
        Locale.ROOT,
        "%s at %,d",
        Seconds.of(cell.figure(Figure.MAX_GAP).median().estimate()),
        cell.size());
  }

  /// What a verdict on a simulated model has to say; empty for any other.
  private static String truth(RouteStudy route) {
    if (!route.model().startsWith(SimulatedReaches.PREFIX)) {
      return "";
    }
    return SimulatedRoute.of(route.model().substring(SimulatedReaches.PREFIX.length()))
        .truth(Strategy.named(route.strategy()))
        .map(Behaviour::toString)
        .orElse(INCONCLUSIVE);
  }
}
