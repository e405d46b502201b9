package dev.toolwire.lab.recording;

import dev.toolwire.lab.stall.Shape;
import java.util.List;

/// What a campaign is going to do: every route at every shape and size, several times, each run
/// with a text control of its own.
///
/// @param sizes characters of tool input
/// @param repeats how often each
/// @param seed what the order of the runs starts from
public record StallPlan(
    List<Route> routes, List<Shape> shapes, List<Integer> sizes, int repeats, long seed) {

  /// A way to have tool inputs written.
  ///
  /// @param model `provider:model-id`
  /// @param strategy how the tool input is asked for, such as `converse-eager`
  public record Route(String model, String strategy) {}

  public StallPlan {
    routes = List.copyOf(routes);
    shapes = List.copyOf(shapes);
    sizes = List.copyOf(sizes);
    if (routes.isEmpty() || shapes.isEmpty() || sizes.isEmpty()) {
      throw new IllegalArgumentException("a campaign needs a model, a shape and a size");
    }
    if (repeats < 1) {
      throw new IllegalArgumentException(repeats + " repeats; expected 1 or more");
    }
  }
}
