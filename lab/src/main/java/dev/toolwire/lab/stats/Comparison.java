package dev.toolwire.lab.stats;

import dev.toolwire.lab.judge.Judge;
import dev.toolwire.lab.judge.JudgedRun;
import dev.toolwire.lab.judge.RunRecord;
import dev.toolwire.lab.scenario.Scenario;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Everything that a comparison has found out: what each report is written from. A pure function of
/// the scenarios and the recorded runs, whatever order these come in.
///
/// @param scenarios what was played, in order
/// @param models one for each model, in order
/// @param cells one for each model and scenario, by model and then by scenario
/// @param pairs each two models, in order
public record Comparison(
    List<Scenario> scenarios, List<ModelSummary> models, List<Cell> cells, List<ModelPair> pairs) {

  public Comparison {
    scenarios = List.copyOf(scenarios);
    models = List.copyOf(models);
    cells = List.copyOf(cells);
    pairs = List.copyOf(pairs);
  }

  /// Judges all `runs` and counts.
  ///
  /// @param models as `provider:id`, in the order in which reports name them
  /// @throws IllegalArgumentException if a run is of none of these scenarios or models, or there
  ///   are two of the same
  public static Comparison of(
      List<Scenario> scenarios, List<String> models, Collection<RunRecord> runs) {
    Map<String, Judge> judges =
        scenarios.stream().collect(Collectors.toMap(Scenario::name, Judge::of));
    Map<String, List<JudgedRun>> judged = new HashMap<>();
    Set<String> seen = new HashSet<>();
    for (RunRecord run : runs) {
      Judge judge = judges.get(run.scenario());
      if (judge == null || !models.contains(run.model()) || !seen.add(run.key())) {
        throw new IllegalArgumentException(
            run.key() + " is a run of another comparison, or is there twice");
      }
      judged
          .computeIfAbsent(cell(run.model(), run.scenario()), _ -> new ArrayList<>())
          .add(new JudgedRun(run, judge.judge(run)));
    }
    List<Cell> cells = new ArrayList<>();
    for (String model : models) {
      for (Scenario scenario : scenarios) {
        List<JudgedRun> own = judged.getOrDefault(cell(model, scenario.name()), List.of());
        cells.add(new Cell(model, scenario.name(), sorted(own)));
      }
    }
    return new Comparison(
        scenarios,
        models.stream().map(model -> ModelSummary.of(model, ofModel(cells, model))).toList(),
        cells,
        pairs(models, cells));
  }

  private static List<Cell> ofModel(List<Cell> cells, String model) {
    return cells.stream().filter(cell -> cell.model().equals(model)).toList();
  }

  private static List<ModelPair> pairs(List<String> models, List<Cell> cells) {
    List<ModelPair> pairs = new ArrayList<>();
    for (int first = 0; first < models.size(); first++) {
      for (String other : models.subList(first + 1, models.size())) {
        String one = models.get(first);
        pairs.add(ModelPair.of(one, runs(ofModel(cells, one)), other, runs(ofModel(cells, other))));
      }
    }
    return pairs;
  }

  private static String cell(String model, String scenario) {
    return scenario + " " + model;
  }

  private static List<JudgedRun> sorted(List<JudgedRun> runs) {
    return runs.stream().sorted(Comparator.comparingInt(run -> run.run().trial())).toList();
  }

  private static List<JudgedRun> runs(List<Cell> cells) {
    return cells.stream().flatMap(cell -> cell.runs().stream()).toList();
  }

  /// All runs, by model, scenario and trial.
  public List<JudgedRun> runs() {
    return runs(cells);
  }
}
