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
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;

/// The verdicts of a study as a table; those on simulated models beside what was programmed.
record StallSummary(StallStudy study) {

  private static final List<String> HEADS =
      List.of("MODEL", "STRATEGY", "VERDICT", "SILENT FOR", "");
  private static final String INCONCLUSIVE = "inconclusive";

  /// Prints the table.
  ///
  /// @return whether every verdict on a simulated model is what was programmed
  boolean print(CommandSpec spec) {
    var rows = new ArrayList<List<String>>();
    int simulated = 0;
    int right = 0;
    for (var route : study.routes()) {
      var verdict = route.verdict().behaviour().map(Behaviour::toString).orElse(INCONCLUSIVE);
      var truth = truth(route);
      simulated += truth.isEmpty() ? 0 : 1;
      right += truth.equals(verdict) ? 1 : 0;
      rows.add(row(route, verdict, truth));
    }
    var out = spec.commandLine().getOut();
    new Table(HEADS, rows).print(out, Options.inColour(spec));
    if (simulated > 0) {
      out.printf("%n%d of %d verdicts on simulated models are as programmed.%n", right, simulated);
    }
    return right == simulated;
  }

  private static List<String> row(RouteStudy route, String verdict, String truth) {
    var programmed =
        truth.isEmpty()
            ? ""
            : truth.equals(verdict) ? "as programmed" : "but it is programmed to be " + truth;
    var doubt = route.doubt();
    return List.of(
        route.model(),
        route.strategy(),
        verdict,
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
