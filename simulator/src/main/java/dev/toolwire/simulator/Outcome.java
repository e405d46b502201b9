package dev.toolwire.simulator;

import dev.toolwire.model.ModelRequest;
import java.util.Optional;

/// An answer, and what the model was sent if it came to that.
record Outcome(Answer answer, Optional<ModelRequest> read) {

  static Outcome unread(Answer answer) {
    return new Outcome(answer, Optional.empty());
  }
}
