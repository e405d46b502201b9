package dev.toolwire.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Plays a script to requests that allow one call an answer: a turn with several calls takes as
/// many answers, and is over for the turns behind it when all its calls have a result.
final class OneByOne {

  private OneByOne() {}

  /// What the model is to say now.
  static Optional<Cue> cue(Script script, Story story, int run) {
    List<List<AnsweredCall>> told = new ArrayList<>();
    int at = 0;
    while (true) {
      Optional<Cue> cue = script.cue(story.after(told), run);
      if (cue.isEmpty()) {
        return cue;
      }
      int calls = cue.get().calls();
      List<AnsweredCall> answered = new ArrayList<>();
      while (answered.size() < calls && at < story.rounds().size()) {
        answered.addAll(story.rounds().get(at++));
      }
      if (answered.size() < calls) {
        return Optional.of(cue.get().part(answered.size()));
      }
      if (calls == 0) {
        return at == story.rounds().size() ? cue : Optional.empty();
      }
      told.add(answered);
    }
  }
}
