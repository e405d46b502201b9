package dev.toolwire.lab.judge;

import dev.toolwire.lab.judge.Reason.Kind;
import dev.toolwire.lab.scenario.Expectation;
import dev.toolwire.lab.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;

/// A turn as it was played, next to what was expected of it.
///
/// @param tools those of the scenario
/// @param prompted whether calls in text are what was asked for
/// @param number of the turn, from 1
/// @param made all its calls, in order
record Played(
    Declared tools,
    boolean prompted,
    int number,
    TurnRecord turn,
    Expectation expected,
    List<Made> made) {

  /// @param index of the turn, from 0
  static Played of(Scenario scenario, Declared tools, RunRecord run, int index) {
    TurnRecord turn = run.turns().get(index);
    List<Made> made = new ArrayList<>();
    for (int round = 1; round <= turn.rounds().size(); round++) {
      for (CallRecord call : turn.rounds().get(round - 1).calls()) {
        made.add(new Made(round, call));
      }
    }
    return new Played(
        tools,
        run.prompted(),
        index + 1,
        turn,
        scenario.turns().get(index).expected(),
        List.copyOf(made));
  }

  /// Whether the scenario has a tool of this name.
  boolean declares(String tool) {
    return tools.input(tool).isPresent();
  }

  Reason because(Kind kind, Made made, String words) {
    return new Reason(kind, number, made.round(), made.call().id(), words);
  }

  Reason because(Kind kind, int round, String words) {
    return new Reason(kind, number, round, "", words);
  }
}
