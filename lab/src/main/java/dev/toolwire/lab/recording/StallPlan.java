package dev.toolwire.lab.recording;

import dev.toolwire.lab.stall.Shape;
import java.util.List;

/// What a campaign is going to do: every strategy that a model can be asked by, at every shape and
/// size, several times, each run with a text control of its own.
///
/// @param models `provider:model-id` each
/// @param strategies by their words
/// @param sizes characters of tool input
/// @param repeats how often each
/// @param seed what the order of the runs starts from
public record StallPlan(
    List<String> models,
    List<String> strategies,
    List<Shape> shapes,
    List<Integer> sizes,
    int repeats,
    long seed) {

  public StallPlan {
    models = List.copyOf(models);
    strategies = List.copyOf(strategies);
    shapes = List.copyOf(shapes);
    sizes = List.copyOf(sizes);
    if (models.isEmpty() || strategies.isEmpty() || shapes.isEmpty() || sizes.isEmpty()) {
      throw new IllegalArgumentException(
          "a campaign needs a model, a strategy, a shape and a size");
    }
    if (repeats < 1) {
      throw new IllegalArgumentException(repeats + " repeats; expected 1 or more");
    }
  }
}
