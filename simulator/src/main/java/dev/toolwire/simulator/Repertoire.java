package dev.toolwire.simulator;

import dev.toolwire.model.ModelId;
import java.util.List;

/// The scripts that a simulator can play. Asked anew by each request, so that they need not be read
/// before the first. Safe for use by many threads.
interface Repertoire {

  List<Script> all();

  /// Those that speak for `model`; the first that has a turn is played.
  List<Script> of(ModelId model);

  static Repertoire of(List<Script> scripts) {
    return new Repertoire() {
      @Override
      public List<Script> all() {
        return scripts;
      }

      @Override
      public List<Script> of(ModelId model) {
        return scripts.stream().filter(script -> script.plays(model)).toList();
      }
    };
  }
}
