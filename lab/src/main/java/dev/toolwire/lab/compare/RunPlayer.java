package dev.toolwire.lab.compare;

import dev.toolwire.conversation.Usage;
import dev.toolwire.lab.judge.RunRecord;
import dev.toolwire.lab.judge.TurnRecord;
import dev.toolwire.lab.replay.Tap;
import dev.toolwire.lab.replay.Tape;
import dev.toolwire.lab.scenario.Workshop;
import dev.toolwire.loop.Limits;
import dev.toolwire.loop.ToolLoop;
import dev.toolwire.rescue.Rescue;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Puts a scenario to a model and takes down what happens. Safe for use by many threads.
///
/// @param limits of each turn
/// @param clock what time it is, for the record
/// @param taping whether tapes are wanted
record RunPlayer(Limits limits, PriceList prices, InstantSource clock, boolean taping) {

  FinishedRun play(PlannedRun run) {
    Entrant.Wire wire = run.entrant().line().open(run);
    Instant began = wire.tape().map(Tape::began).orElseGet(clock::instant);
    Tap tap = taping ? Tap.recording(run.key(), began, wire.ticker()) : Tap.timing(wire.ticker());
    try (Workshop workshop = Workshop.open(run.scenario())) {
      ToolLoop loop =
          ToolLoop.with(run.entrant().provider().over(tap.around(wire.transport())))
              .tools(workshop.tools())
              .limits(limits)
              .rescue(Rescue.NORMAL);
      List<TurnRecord> turns = new Talk(run, loop, tap, wire.tape()).toTheEnd();
      return new FinishedRun(
          record(run, began, turns), taping ? Optional.of(tap.tape()) : Optional.empty());
    }
  }

  private RunRecord record(PlannedRun run, Instant began, List<TurnRecord> turns) {
    Entrant entrant = run.entrant();
    Usage usage = turns.stream().map(TurnRecord::usage).reduce(Usage.NONE, Usage::plus);
    return new RunRecord(
        run.scenario().name(),
        entrant.name(),
        run.trial(),
        entrant.prompted(),
        began,
        turns,
        prices.find(entrant.name()).map(entry -> entry.price().of(usage)));
  }
}
