package dev.toolwire.simulator;

import java.util.List;
import java.util.Optional;

/// The operations of one wire. Safe for use by many threads.
interface Service {

  /// Whether a request is for this service.
  boolean serves(Visit visit);

  /// Answers a request that may come in.
  ///
  /// @param struck the faults that strike it, whatever it asks for
  Outcome answer(Visit visit, List<Fault> struck);

  /// What a request gets that may not come in; empty for one that may.
  Optional<Answer> turnAway(Visit visit, Doorkeeper door);
}
