package dev.toolwire.lab.judge;

import dev.toolwire.conversation.ToolInput;
import dev.toolwire.conversation.ToolResult;
import dev.toolwire.conversation.ToolUse;
import dev.toolwire.conversation.ToolUseId;
import dev.toolwire.json.JsonObject;
import dev.toolwire.loop.LoopEvent;
import dev.toolwire.loop.Outcome;
import dev.toolwire.model.Reply;
import dev.toolwire.rescue.Provenance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes the record of a turn out of the events of its run: give it each as it comes, then ask for
/// the record. It has no clock: whoever gives it an event says when that was, so that a replay
/// makes the same record. One for each turn; not for several threads.
public final class TurnRecorder {

  private final String user;
  private final List<Round> rounds = new ArrayList<>();
  private @Nullable Outcome outcome;
  private Duration took = Duration.ZERO;

  /// The beginning of a turn.
  ///
  /// @param user what the user said
  public TurnRecorder(String user) {
    this.user = user;
  }

  /// A round while it goes on.
  private static final class Round {
    private final Duration asked;
    private @Nullable Duration firstEvent;
    private @Nullable Duration answered;
    private @Nullable Reply reply;
    private final Map<ToolUseId, Provenance> rescued = new HashMap<>();
    private final Map<ToolUseId, LoopEvent.InputRepaired> repaired = new HashMap<>();
    private final Map<ToolUseId, Duration> started = new HashMap<>();
    private final List<LoopEvent.CallFinished> finished = new ArrayList<>();

    Round(Duration asked) {
      this.asked = asked;
    }
  }

  /// Takes note of the next event.
  ///
  /// @param nanos when it happened, from the beginning of the turn
  public void take(LoopEvent event, long nanos) {
    Duration now = Duration.ofNanos(nanos);
    switch (event) {
      case LoopEvent.RoundStarted _ -> rounds.add(new Round(now));
      case LoopEvent.ModelEvent(int number, _) -> {
        Round round = round(number);
        if (round.firstEvent == null) {
          round.firstEvent = now;
        }
      }
      case LoopEvent.ReplyReceived(int number, Reply reply) -> {
        round(number).reply = reply;
        round(number).answered = now;
      }
      case LoopEvent.CallRescued call -> round(call.round()).rescued.put(call.id(), call.from());
      case LoopEvent.InputRepaired call -> round(call.round()).repaired.put(call.call().id(), call);
      case LoopEvent.CallStarted call -> round(call.round()).started.put(call.call().id(), now);
      case LoopEvent.CallFinished call -> round(call.round()).finished.add(call);
      case LoopEvent.Finished(Outcome end) -> {
        outcome = end;
        took = now;
      }
      case LoopEvent.InputGrew _,
          LoopEvent.Silent _,
          LoopEvent.CallDropped _,
          LoopEvent.ApprovalNeeded _ -> {}
    }
  }

  private Round round(int number) {
    return rounds.get(number - 1);
  }

  /// The record of the turn.
  ///
  /// @throws IllegalStateException if the run is not over
  public TurnRecord turn() {
    Outcome end = outcome;
    if (end == null) {
      throw new IllegalStateException("the run is not over; give the recorder all its events");
    }
    return new TurnRecord(
        user, rounds.stream().map(this::recorded).toList(), Ending.of(end), end.usage(), took);
  }

  private RoundRecord recorded(Round round) {
    Duration answered = Optional.ofNullable(round.answered).orElse(took);
    Optional<Reply> reply = Optional.ofNullable(round.reply);
    List<ToolUseId> order =
        reply.map(Reply::toolUses).orElse(List.of()).stream().map(ToolUse::id).toList();
    return new RoundRecord(
        round.asked,
        Optional.ofNullable(round.firstEvent).orElse(answered),
        answered,
        reply.map(Reply::text).orElse(""),
        round.finished.stream()
            .sorted(Comparator.comparingInt(call -> place(order, call.call().id())))
            .map(call -> recorded(round, call))
            .toList());
  }

  /// Ids that the loop gave, because a model used one twice, come last.
  private static int place(List<ToolUseId> order, ToolUseId id) {
    int place = order.indexOf(id);
    return place < 0 ? order.size() : place;
  }

  private static CallRecord recorded(Round round, LoopEvent.CallFinished finished) {
    ToolUse call = finished.call();
    Optional<Duration> started = Optional.ofNullable(round.started.get(call.id()));
    Optional<LoopEvent.InputRepaired> repaired = Optional.ofNullable(round.repaired.get(call.id()));
    return new CallRecord(
        call.id().value(),
        call.name().value(),
        repaired.map(before -> before.call().input()).orElse(call.input()),
        started.flatMap(_ -> parsed(call.input())),
        repaired.map(LoopEvent.InputRepaired::repairs).orElse(List.of()),
        Optional.ofNullable(round.rescued.get(call.id())),
        finished.result().status() == ToolResult.Status.ERROR,
        finished.result().text(),
        started.orElse(round.answered == null ? round.asked : round.answered),
        finished.took());
  }

  private static Optional<JsonObject> parsed(ToolInput input) {
    return input instanceof ToolInput.Parsed(JsonObject value)
        ? Optional.of(value)
        : Optional.empty();
  }
}
