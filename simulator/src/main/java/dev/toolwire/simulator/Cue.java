package dev.toolwire.simulator;

import java.util.ArrayList;
import java.util.List;

/// A turn of a script that fits, the values that make it fit, and what of it is to be said now.
///
/// @param blocks all of the turn, or the part with one of its calls
record Cue(Turn turn, Bindings values, List<ScriptedBlock> blocks) {

  Cue {
    blocks = List.copyOf(blocks);
  }

  Cue(Turn turn, Bindings values) {
    this(turn, values, turn.blocks());
  }

  /// How many calls the whole turn has.
  int calls() {
    return (int) turn.blocks().stream().filter(ScriptedBlock.Call.class::isInstance).count();
  }

  /// What is said up to a call, from the call before it; what stands behind the last call is said
  /// with that.
  ///
  /// @param call counted from 0
  Cue part(int call) {
    List<ScriptedBlock> part = new ArrayList<>();
    int seen = 0;
    for (ScriptedBlock block : turn.blocks()) {
      if (Math.min(seen, calls() - 1) == call) {
        part.add(block);
      }
      seen += block instanceof ScriptedBlock.Call ? 1 : 0;
    }
    return new Cue(turn, values, part);
  }
}
