package dev.toolwire.lab.compare;

import dev.toolwire.lab.scenario.Scenario;

/// A scenario that is to be put to a model.
///
/// @param trial the how-manieth time, from 1
public record PlannedRun(Scenario scenario, Entrant entrant, int trial) {

  /// Which run it is; that of its [record][dev.toolwire.lab.judge.RunRecord#key].
  public String key() {
    return scenario.name() + "/" + entrant.name() + "/" + trial;
  }
}
