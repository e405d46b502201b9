package dev.toolwire.lab.stall;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What many runs of one strategy say together about how it lets tool inputs out.
///
/// For each shape the [buffer ratio][BufferRatio] has a 95% interval, by each of two fits. A
/// behaviour is possible as long as for every shape one of the two reaches into its range; ranges
/// meet half way between what two behaviours give. The verdict is the one behaviour that is
/// possible, if nearly all runs behaved alike: it is read off intervals and never off an estimate.
///
/// @param ratios the buffer ratio for each shape that was measured
/// @param possible the behaviours that the intervals leave open
public record StallVerdict(Map<Shape, BufferRatio> ratios, Set<Behaviour> possible) {

  public StallVerdict {
    ratios = Map.copyOf(ratios);
    possible = Set.copyOf(possible);
  }

  /// The verdict on the runs of one strategy. Runs without a tool input, and runs whose control
  /// told no rate, say nothing and are left out.
  public static StallVerdict of(List<MeasuredRun> runs, Bootstrap bootstrap) {
    Map<Shape, BufferRatio> ratios = new EnumMap<>(Shape.class);
    for (Shape shape : Shape.values()) {
      BufferRatio.of(runs.stream().filter(run -> run.shape() == shape).toList(), bootstrap)
          .ifPresent(ratio -> ratios.put(shape, ratio));
    }
    Set<Behaviour> possible = EnumSet.allOf(Behaviour.class);
    ratios.forEach(
        (shape, ratio) -> possible.removeIf(behaviour -> !fits(behaviour, shape, ratio)));
    return new StallVerdict(ratios, possible);
  }

  private static boolean fits(Behaviour behaviour, Shape shape, BufferRatio ratio) {
    double own = behaviour.ratio(shape);
    double from = Double.NEGATIVE_INFINITY;
    double to = Double.POSITIVE_INFINITY;
    for (Behaviour other : Behaviour.values()) {
      double theirs = other.ratio(shape);
      if (theirs < own) {
        from = Math.max(from, (own + theirs) / 2);
      } else if (theirs > own) {
        to = Math.min(to, (own + theirs) / 2);
      }
    }
    return ratio.overlaps(from, to);
  }

  /// The one behaviour that is possible; empty if the runs are inconclusive.
  public Optional<Behaviour> behaviour() {
    return possible.size() == 1 && ratios.values().stream().allMatch(BufferRatio::isSteady)
        ? Optional.of(possible.iterator().next())
        : Optional.empty();
  }

  /// `streamed`, `per parameter`, `fully buffered` or `inconclusive`.
  @Override
  public String toString() {
    return behaviour().map(Behaviour::toString).orElse("inconclusive");
  }

  /// Why the runs are inconclusive, for a person; empty if they are not.
  public String doubt() {
    if (behaviour().isPresent()) {
      return "";
    }
    if (ratios.isEmpty()) {
      return "no shape has runs of two sizes with a tool input and a text control";
    }
    if (!ratios.values().stream().allMatch(BufferRatio::isSteady)) {
      return "too many runs do not behave like the others of their size";
    }
    if (possible.isEmpty()) {
      return "no behaviour fits all shapes";
    }
    return "both " + String.join(" and ", names()) + " fit; more runs, sizes or shapes would tell";
  }

  private List<String> names() {
    return possible.stream().sorted().map(Behaviour::toString).toList();
  }
}
