package dev.toolwire.lab.study;

import dev.toolwire.lab.recording.RecordedRun;
import dev.toolwire.lab.recording.Recording;
import dev.toolwire.lab.recording.StallPlan;
import dev.toolwire.lab.recording.StallPlan.Route;
import dev.toolwire.lab.stall.Bootstrap;
import dev.toolwire.lab.stall.StallMetrics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/// A study while recordings are read: of each run its metrics and its sketch are kept, and its
/// timeline is not. For one thread.
final class StudyDraft {

  private final List<Source> sources = new ArrayList<>();
  private final Map<String, Map<Route, RouteDraft>> routes = new LinkedHashMap<>();

  /// Takes the runs of one recording. Where several have the same name, a number behind it tells
  /// them apart.
  void source(String name, Function<Consumer<RecordedRun>, Recording> reading) {
    String unique = unique(name);
    Map<Route, RouteDraft> drafts = new LinkedHashMap<>();
    List<Instant> began = new ArrayList<>();
    Recording recording =
        reading.apply(run -> {
          began.add(run.began());
          run(drafts, run);
        });
    routes.put(unique, inOrder(drafts, recording));
    sources.add(
        new Source(
            unique,
            recording.plan(),
            began.size(),
            recording.unfinished(),
            began.stream().min(Instant::compareTo),
            began.stream().max(Instant::compareTo)));
  }

  private String unique(String name) {
    long same = sources.stream().filter(source -> source.name().startsWith(name)).count();
    return same == 0 ? name : name + " (" + (same + 1) + ")";
  }

  private static void run(Map<Route, RouteDraft> drafts, RecordedRun run) {
    StallMetrics metrics = StallMetrics.of(run.timeline());
    drafts
        .computeIfAbsent(
            new Route(run.label().model(), run.label().strategy()), _ -> new RouteDraft())
        .add(
            new RunStudy(
                run.label(),
                run.began(),
                run.ending(),
                run.words(),
                metrics,
                0,
                Sketching.of(run.timeline(), metrics)));
  }

  /// As they were planned; those that were not, as they came.
  private static Map<Route, RouteDraft> inOrder(
      Map<Route, RouteDraft> drafts, Recording recording) {
    Map<Route, RouteDraft> ordered = new LinkedHashMap<>();
    recording.plan().map(StallPlan::routes).orElse(List.of()).stream()
        .filter(drafts::containsKey)
        .forEach(route -> ordered.put(route, drafts.getOrDefault(route, new RouteDraft())));
    drafts.forEach(ordered::putIfAbsent);
    return ordered;
  }

  StallStudy study(Bootstrap bootstrap) {
    List<RouteStudy> studied = new ArrayList<>();
    routes.forEach((source, drafts) ->
        drafts.forEach((route, draft) ->
            studied.add(draft.study(source, route.model(), route.strategy(), bootstrap))));
    return new StallStudy(sources, studied, bootstrap);
  }
}
