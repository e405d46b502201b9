package dev.toolwire.rescue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads calls of one kind of [Body] while they arrive.
interface CallReader extends StepReader {

  /// Reads on; [Answer#ON] hands over to the [successor][#successor].
  @Override
  default Answer read(Window in) {
    Answer answer = step(in);
    while (answer == Answer.ON && successor() == null) {
      answer = step(in);
    }
    return answer;
  }

  /// The calls that are complete.
  List<RawCall> calls();

  /// The name of the call that is being read, or empty.
  String nameSoFar();

  /// Whoever reads on, where it took some text to tell what this is.
  default @Nullable CallReader successor() {
    return null;
  }

  /// Whether there are values beside the calls.
  default boolean others() {
    return false;
  }

  /// Whether the calls are written in Python.
  default boolean isPython() {
    return false;
  }

  /// Whether a fence was opened inside that is still open.
  default boolean isFenced() {
    return false;
  }
}
