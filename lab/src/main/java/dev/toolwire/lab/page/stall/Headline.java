package dev.toolwire.lab.page.stall;

import static dev.toolwire.lab.page.Html.tag;

import dev.toolwire.lab.page.Figures;
import dev.toolwire.lab.page.Html;
import dev.toolwire.lab.page.ModelNames;
import dev.toolwire.lab.stall.Behaviour;
import dev.toolwire.lab.stall.Survival;
import dev.toolwire.lab.study.CellStudy;
import dev.toolwire.lab.study.Figure;
import dev.toolwire.lab.study.RouteStudy;
import dev.toolwire.lab.study.Seconds;
import dev.toolwire.lab.study.Source;
import dev.toolwire.lab.study.StallStudy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The verdict in a sentence, and what it means in two more.
final class Headline {

  private static final List<Behaviour> WORST_FIRST =
      List.of(Behaviour.FULLY_BUFFERED, Behaviour.PER_PARAMETER, Behaviour.STREAMED);

  private Headline() {}

  static Html header(StallStudy study, RouteNames names) {
    return Html.all(
        tag("p", facts(study, names.models())).in("eyebrow"),
        tag("h1", of(study.routes())),
        tag("p", meaning(study.routes())).in("lead"));
  }

  static String of(List<RouteStudy> routes) {
    if (routes.isEmpty()) {
      return "Nothing was measured: these recordings hold no finished run.";
    }
    if (routes.size() == 1) {
      return routes
          .getFirst()
          .verdict()
          .behaviour()
          .map(behaviour -> "This route to a model " + Words.does(behaviour, false) + ".")
          .orElse("These runs do not tell how this route lets a tool’s input out.");
    }
    List<String> parts = new ArrayList<>();
    for (Behaviour behaviour : WORST_FIRST) {
      long alike = routes.stream().filter(route -> is(route, Optional.of(behaviour))).count();
      if (alike > 0) {
        parts.add(alike + " " + Words.does(behaviour, alike > 1));
      }
    }
    long open = routes.stream().filter(route -> is(route, Optional.empty())).count();
    if (open > 0) {
      parts.add(open + (open > 1 ? " are" : " is") + " inconclusive");
    }
    return "Of " + routes.size() + " routes to a model, " + String.join("; ", parts) + ".";
  }

  private static boolean is(RouteStudy route, Optional<Behaviour> behaviour) {
    return route.verdict().behaviour().equals(behaviour);
  }

  private static String meaning(List<RouteStudy> routes) {
    String question =
        "While a model writes the input of a tool call, some services send nothing until it is"
            + " finished, and a connection that waits for a sign of life may give up.";
    return worst(routes).map(route -> question + " " + worst(route)).orElse(question);
  }

  private static Optional<RouteStudy> worst(List<RouteStudy> routes) {
    return routes.stream()
        .filter(route -> route.largest().isPresent())
        .max(Comparator.comparingDouble(Headline::longest));
  }

  private static double longest(RouteStudy route) {
    return route.largest().orElseThrow().figure(Figure.MAX_GAP).median().estimate();
  }

  private static String worst(RouteStudy route) {
    CellStudy cell = route.largest().orElseThrow();
    return "The longest silence here is typically "
        + Seconds.of(longest(route))
        + ", for "
        + Figures.count(cell.size())
        + " characters by "
        + route.strategy()
        + "."
        + killed(route);
  }

  private static String killed(RouteStudy route) {
    Optional<Survival> first =
        route.survival().stream().filter(each -> each.smallestKilled().isPresent()).findFirst();
    Optional<Survival> next =
        route.survival().stream().filter(each -> each.largestPredicted().isPresent()).findFirst();
    if (first.isPresent()) {
      return " An idle timeout of %d s ends that from %s characters on."
          .formatted(
              first.get().idleLimit().toSeconds(),
              Figures.count(first.get().smallestKilled().orElseThrow()));
    }
    return next.map(each ->
            " At that pace an idle timeout of %d s is reached at %s characters."
                .formatted(
                    each.idleLimit().toSeconds(),
                    Words.about(each.largestPredicted().orElseThrow())))
        .orElse("");
  }

  private static String facts(StallStudy study, ModelNames models) {
    int runs = study.sources().stream().mapToInt(Source::runs).sum();
    Optional<Instant> last =
        study.sources().stream().flatMap(each -> each.last().stream()).max(Instant::compareTo);
    return "Stall report · "
        + Figures.count(runs, "run")
        + ", text controls included"
        + (models.areSimulated() ? ", of simulated models · " : " · ")
        + Figures.count(study.sources().size(), "recording")
        + last.map(at -> " · " + Figures.day(at)).orElse("");
  }
}
