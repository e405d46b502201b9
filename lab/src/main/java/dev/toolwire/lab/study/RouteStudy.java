package dev.toolwire.lab.study;

import dev.toolwire.lab.recording.RecordedRun.Ending;
import dev.toolwire.lab.stall.Cell;
import dev.toolwire.lab.stall.Shape;
import dev.toolwire.lab.stall.StallVerdict;
import dev.toolwire.lab.stall.Survival;
import java.util.List;
import java.util.Optional;

/// One way to have tool inputs written: a model, asked by one strategy, in one recording.
///
/// @param source the name of the recording
/// @param model `provider:model-id`
/// @param strategy its word, such as `converse-eager`
/// @param endings of its runs
/// @param verdict on all of them that came to an end
/// @param growth one for each shape that has runs
/// @param textRate bytes of text per second in the controls; empty if none told a rate
/// @param cells in the order of shapes and sizes; none for a size at which every run was refused
/// @param survival one for each idle limit; none if no run had an answer
/// @param runs in the order of shapes, sizes and repeats
/// @param controls their text controls, in the same order
public record RouteStudy(
    String source,
    String model,
    String strategy,
    Endings endings,
    StallVerdict verdict,
    List<GrowthStudy> growth,
    Optional<Cell> textRate,
    List<CellStudy> cells,
    List<Survival> survival,
    List<RunStudy> runs,
    List<RunStudy> controls) {

  public RouteStudy {
    growth = List.copyOf(growth);
    cells = List.copyOf(cells);
    survival = List.copyOf(survival);
    runs = List.copyOf(runs);
    controls = List.copyOf(controls);
  }

  /// The runs that say something about the model.
  public List<RunStudy> telling() {
    return runs.stream().filter(run -> run.ending().isTelling()).toList();
  }

  /// The largest cell of the shape that was measured first: where a stall shows most.
  public Optional<CellStudy> largest() {
    return cells.stream()
        .filter(cell -> cell.shape() == cells.getFirst().shape())
        .reduce((_, later) -> later);
  }

  /// The growth at `shape`, if it has runs.
  public Optional<GrowthStudy> growth(Shape shape) {
    return growth.stream().filter(each -> each.shape() == shape).findFirst();
  }

  /// The verdict with what it rests on, as one line for a person.
  public String sentence() {
    return verdict
        .behaviour()
        .map(_ -> verdict + largest().map(this::silence).orElse(""))
        .orElseGet(() -> "inconclusive: " + doubt());
  }

  private String silence(CellStudy cell) {
    return "; silent for %s while %,d characters were written"
        .formatted(Seconds.of(cell.figure(Figure.MAX_GAP).median().estimate()), cell.size());
  }

  /// Why the verdict is inconclusive, for a person; empty if it is not.
  public String doubt() {
    if (verdict.behaviour().isPresent()) {
      return "";
    }
    int broken = endings.count(Ending.BROKEN);
    int mistimed = endings.count(Ending.MISTIMED);
    int refused = endings.count(Ending.REFUSED);
    if (refused == endings.total()) {
      return "every run was refused";
    }
    if (mistimed * 2 > endings.total()) {
      return "in " + mistimed + " of " + endings.total() + " runs this machine did not keep time";
    }
    if (broken * 2 > endings.total()) {
      return broken + " of " + endings.total() + " runs broke off";
    }
    return verdict.doubt();
  }
}
