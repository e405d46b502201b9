package dev.toolwire.lab.study;

import dev.toolwire.lab.recording.RecordedRun.Ending;
import dev.toolwire.lab.recording.RunLabel;
import dev.toolwire.lab.stall.Bootstrap;
import dev.toolwire.lab.stall.BufferRatio;
import dev.toolwire.lab.stall.Cell;
import dev.toolwire.lab.stall.MeasuredRun;
import dev.toolwire.lab.stall.Shape;
import dev.toolwire.lab.stall.Slope;
import dev.toolwire.lab.stall.StallVerdict;
import dev.toolwire.lab.stall.Survival;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The runs of one route while recordings are read. For one thread.
final class RouteDraft {

  private static final Comparator<RunStudy> IN_ORDER =
      Comparator.comparing((RunStudy run) -> run.label().shape())
          .thenComparingInt(run -> run.label().size())
          .thenComparingInt(run -> run.label().repeat());

  private final Map<RunLabel, RunStudy> runs = new LinkedHashMap<>();
  private final Map<RunLabel, RunStudy> controls = new LinkedHashMap<>();

  /// Of a run that was done again, because it was refused at first, the last counts.
  void add(RunStudy run) {
    (run.label().control() ? controls : runs).put(run.label(), run);
  }

  RouteStudy study(String source, String model, String strategy, Bootstrap bootstrap) {
    List<RunStudy> paired = runs.values().stream().map(this::paired).sorted(IN_ORDER).toList();
    List<RunStudy> answered = paired.stream().filter(run -> run.ending().isTelling()).toList();
    List<MeasuredRun> whole =
        answered.stream()
            .filter(run -> run.ending() != Ending.BROKEN)
            .map(RunStudy::measured)
            .toList();
    StallVerdict verdict = StallVerdict.of(whole, bootstrap);
    return new RouteStudy(
        source,
        model,
        strategy,
        endings(),
        verdict,
        growth(whole, verdict.ratios()),
        textRate(bootstrap),
        cells(answered, bootstrap),
        survival(answered),
        paired,
        controls.values().stream().sorted(IN_ORDER).toList());
  }

  private RunStudy paired(RunStudy run) {
    return Optional.ofNullable(controls.get(run.label().paired()))
        .map(control ->
            new RunStudy(
                run.label(),
                run.began(),
                run.ending(),
                run.words(),
                run.metrics(),
                control.metrics().textRate(),
                run.sketch()))
        .orElse(run);
  }

  private Endings endings() {
    return new Endings(
        runs.values().stream().collect(Collectors.toMap(RunStudy::ending, _ -> 1, Integer::sum)));
  }

  private static List<GrowthStudy> growth(List<MeasuredRun> runs, Map<Shape, BufferRatio> ratios) {
    Map<Shape, List<MeasuredRun>> byShape =
        runs.stream()
            .collect(
                Collectors.groupingBy(
                    MeasuredRun::shape, () -> new EnumMap<>(Shape.class), Collectors.toList()));
    List<GrowthStudy> growth = new ArrayList<>();
    byShape.forEach((shape, alike) -> {
      List<Slope.Point> points = alike.stream().map(MeasuredRun::point).toList();
      growth.add(
          new GrowthStudy(
              shape,
              Slope.theilSen(points),
              Slope.leastSquares(points),
              Optional.ofNullable(ratios.get(shape))));
    });
    return growth;
  }

  private Optional<Cell> textRate(Bootstrap bootstrap) {
    double[] rates =
        controls.values().stream()
            .sorted(IN_ORDER)
            .mapToDouble(control -> control.metrics().textRate())
            .filter(rate -> rate > 0)
            .toArray();
    return rates.length == 0 ? Optional.empty() : Optional.of(Cell.of(rates, bootstrap));
  }

  private static List<CellStudy> cells(List<RunStudy> runs, Bootstrap bootstrap) {
    List<CellStudy> cells = new ArrayList<>();
    runs.stream()
        .collect(
            Collectors.groupingBy(
                run -> run.label().shape(),
                () -> new EnumMap<>(Shape.class),
                Collectors.groupingBy(
                    run -> run.label().size(), TreeMap::new, Collectors.toList())))
        .forEach((shape, sizes) ->
            sizes.forEach((size, alike) -> cells.add(cell(shape, size, alike, bootstrap))));
    return cells;
  }

  private static CellStudy cell(Shape shape, int size, List<RunStudy> runs, Bootstrap bootstrap) {
    Map<Figure, Cell> figures = new EnumMap<>(Figure.class);
    for (Figure figure : Figure.values()) {
      double[] values = runs.stream().mapToDouble(run -> figure.of(run.metrics())).toArray();
      figures.put(figure, Cell.of(values, bootstrap));
    }
    return new CellStudy(shape, size, runs.size(), figures);
  }

  private static List<Survival> survival(List<RunStudy> runs) {
    List<MeasuredRun> measured = runs.stream().map(RunStudy::measured).toList();
    return measured.isEmpty()
        ? List.of()
        : Survival.IDLE_LIMITS.stream().map(limit -> Survival.of(measured, limit)).toList();
  }
}
