package dev.toolwire.simulator;

import dev.toolwire.model.ModelRequest;
import java.util.Optional;

/// An answer, what the model was sent if it came to that, and why no script has the answer if none
/// has.
record Outcome(Answer answer, Optional<ModelRequest> read, Optional<String> unscripted) {

  static Outcome unread(Answer answer) {
    return new Outcome(answer, Optional.empty(), Optional.empty());
  }

  /// Nobody serves what was asked for.
  static Outcome lost(Answer answer, String why) {
    return new Outcome(answer, Optional.empty(), Optional.of(why));
  }
}
