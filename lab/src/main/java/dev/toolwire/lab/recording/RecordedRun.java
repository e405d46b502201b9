package dev.toolwire.lab.recording;

import dev.toolwire.lab.stall.Timeline;
import java.time.Instant;
import java.util.Optional;

/// A finished run: which one, when it began, what was seen and how it ended.
///
/// @param began the wall-clock time of the timeline's zero
/// @param ending how it ended
/// @param words what there is to say about the ending, for a person; may be empty
public record RecordedRun(
    RunLabel label, Instant began, Timeline timeline, Ending ending, String words) {

  /// How a run ended.
  public enum Ending {
    /// The model answered to the end.
    ANSWERED,
    /// The answer was cut short, or its input was no JSON.
    DAMAGED,
    /// The stream broke or a clock ran out.
    BROKEN,
    /// The model answered, but the machine that measured did not keep time: a silence may have been
    /// its own. It says nothing about stalls.
    MISTIMED,
    /// The provider refused the request, or could not be reached. It says nothing about stalls.
    REFUSED;

    /// Whether what was measured says something about the model.
    public boolean isTelling() {
      return this != MISTIMED && this != REFUSED;
    }
  }

  /// The words, if there are any.
  public Optional<String> explanation() {
    return words.isEmpty() ? Optional.empty() : Optional.of(words);
  }
}
