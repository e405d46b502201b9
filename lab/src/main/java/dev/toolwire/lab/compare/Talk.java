package dev.toolwire.lab.compare;

import dev.toolwire.conversation.Conversation;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.lab.judge.TurnRecord;
import dev.toolwire.lab.judge.TurnRecorder;
import dev.toolwire.lab.replay.Tap;
import dev.toolwire.lab.replay.Tape;
import dev.toolwire.lab.scenario.Scenario;
import dev.toolwire.loop.LoopEvent;
import dev.toolwire.loop.Outcome;
import dev.toolwire.loop.Run;
import dev.toolwire.loop.ToolLoop;
import dev.toolwire.model.ModelRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The conversation of one run, turn by turn, until the model has answered the last of them or
/// fails to answer one.
///
/// Its times are those of the wire ([Tap]). How long a tool took, which no wire tells, is noted on
/// the tape and, when that is played, read from it.
final class Talk {

  private final PlannedRun run;
  private final ToolLoop loop;
  private final Tap tap;
  private final Map<ToolUseId, Duration> toolTimes;

  Talk(PlannedRun run, ToolLoop loop, Tap tap, Optional<Tape> played) {
    this.run = run;
    this.loop = loop;
    this.tap = tap;
    this.toolTimes = played.map(Tape::tools).orElse(Map.of());
  }

  List<TurnRecord> toTheEnd() {
    List<TurnRecord> turns = new ArrayList<>();
    Conversation said = Conversation.empty();
    for (Scenario.Turn turn : run.scenario().turns()) {
      Hearing hearing = new Hearing(turn.user());
      Outcome outcome = hearing.listen(request(said.say(turn.user())));
      turns.add(hearing.recorder.turn());
      if (!(outcome instanceof Outcome.Answered)) {
        return turns;
      }
      said = outcome.conversation();
    }
    return turns;
  }

  private ModelRequest request(Conversation conversation) {
    ModelRequest request = ModelRequest.to(run.entrant().model(), conversation);
    return run.scenario().system().map(request::withSystem).orElse(request);
  }

  /// One turn. A round begins when its request goes out, which is known only with the next event.
  private final class Hearing {

    private final TurnRecorder recorder;
    private long began = -1;
    private LoopEvent.@Nullable RoundStarted begun;

    Hearing(String user) {
      this.recorder = new TurnRecorder(user);
    }

    Outcome listen(ModelRequest request) {
      try (Run turn = loop.start(request)) {
        for (LoopEvent event : turn) {
          hear(event);
        }
        return turn.outcome();
      }
    }

    private void hear(LoopEvent event) {
      LoopEvent.RoundStarted round = begun;
      if (round != null) {
        begun = null;
        take(round, tap.asked());
      }
      switch (event) {
        case LoopEvent.RoundStarted started -> {
          tap.nextRound();
          begun = started;
        }
        case LoopEvent.CallFinished call -> take(timed(call), tap.nanos());
        case LoopEvent.ModelEvent _,
            LoopEvent.InputGrew _,
            LoopEvent.Silent _,
            LoopEvent.CallRescued _,
            LoopEvent.ReplyReceived _,
            LoopEvent.InputRepaired _,
            LoopEvent.CallStarted _,
            LoopEvent.CallDropped _,
            LoopEvent.ApprovalNeeded _,
            LoopEvent.Finished _ ->
            take(event, tap.nanos());
      }
    }

    private LoopEvent.CallFinished timed(LoopEvent.CallFinished call) {
      ToolUseId id = call.call().id();
      Duration took = toolTimes.getOrDefault(id, call.took());
      tap.took(id, took);
      return new LoopEvent.CallFinished(call.round(), call.call(), call.result(), took);
    }

    private void take(LoopEvent event, long nanos) {
      if (began < 0) {
        began = nanos;
      }
      recorder.take(event, nanos - began);
    }
  }
}
