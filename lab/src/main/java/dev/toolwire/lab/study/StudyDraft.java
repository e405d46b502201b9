package dev.toolwire.lab.study;

import dev.toolwire.lab.recording.RecordedRun;
import dev.toolwire.lab.recording.Recording;
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

  private record Route(String source, String model, String strategy) {}

  private final List<Source> sources = new ArrayList<>();
  private final Map<Route, RouteDraft> routes = new LinkedHashMap<>();

  /// Takes the runs of one recording. Where several have the same name, a number behind it tells
  /// them apart.
  void source(String name, Function<Consumer<RecordedRun>, Recording> reading) {
    String unique = unique(name);
    List<Instant> began = new ArrayList<>();
    Recording recording =
        reading.apply(run -> {
          began.add(run.began());
          run(unique, run);
        });
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

  private void run(String source, RecordedRun run) {
    StallMetrics metrics = StallMetrics.of(run.timeline());
    routes
        .computeIfAbsent(
            new Route(source, run.label().model(), run.label().strategy()), _ -> new RouteDraft())
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

  StallStudy study(Bootstrap bootstrap) {
    List<RouteStudy> studied = new ArrayList<>();
    routes.forEach((route, draft) ->
        studied.add(draft.study(route.source(), route.model(), route.strategy(), bootstrap)));
    return new StallStudy(sources, studied, bootstrap);
  }
}
