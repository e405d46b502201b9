package dev.toolwire.lab.recording;

import dev.toolwire.lab.stall.Shape;
import java.util.Locale;

/// Which run of a campaign it is; no two runs of one campaign have the same.
///
/// @param strategy how the tool input was asked for, such as `converse`
/// @param model `provider:model-id`
/// @param size the characters asked for
/// @param repeat from 1
/// @param control whether it is the text control, which asks for as many characters without a tool
public record RunLabel(
    String strategy, String model, Shape shape, int size, int repeat, boolean control) {

  public RunLabel {
    if (size < 1 || repeat < 1) {
      throw new IllegalArgumentException(
          "a run of size " + size + ", repeat " + repeat + "; both count from 1");
    }
  }

  /// The control that is paired with this run.
  public RunLabel paired() {
    return new RunLabel(strategy, model, shape, size, repeat, true);
  }

  /// One word, such as `converse/one/5000/2`, with `/control` behind it for a control.
  @Override
  public String toString() {
    return strategy
        + "/"
        + shape.name().toLowerCase(Locale.ROOT)
        + "/"
        + size
        + "/"
        + repeat
        + (control ? "/control" : "");
  }
}
