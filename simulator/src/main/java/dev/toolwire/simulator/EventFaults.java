package dev.toolwire.simulator;

import dev.toolwire.json.JsonObject;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.simulator.Fault.Stall;
import dev.toolwire.simulator.Moment.Tells;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// The faults that strike the events of a stream.
final class EventFaults {

  private static final int STORM = 100;

  private EventFaults() {}

  static Iterator<Moment> apply(Iterator<Moment> moments, List<Fault> faults) {
    Iterator<Moment> faulty = moments;
    for (Fault fault : faults) {
      Optional<Edited.Edit<Moment>> edit = edit(fault);
      if (edit.isPresent()) {
        faulty = new Edited<>(faulty, edit.get());
      }
    }
    return faulty;
  }

  private static Optional<Edited.Edit<Moment>> edit(Fault fault) {
    return switch (fault) {
      case Fault.InStreamException(String type, int after) ->
          Optional.of(new After(after, due -> new Moment.Fails(type, due)));
      case Fault.UnknownEvent(int after) ->
          Optional.of(new After(after, due -> new Tells(unknownEvent(), due)));
      case Stall stall when stall.where() != Stall.Where.BEFORE_HEAD ->
          Optional.of(new Silence(stall));
      case Oddity odd -> edit(odd);
      case Stall _,
          Fault.Status _,
          Fault.Drop _,
          Fault.Cut _,
          Fault.CorruptByte _,
          Fault.BadCrc _,
          Fault.BadJson _,
          Fault.SlowDrip _ ->
          Optional.empty();
    };
  }

  private static Optional<Edited.Edit<Moment>> edit(Oddity odd) {
    return switch (odd) {
      case NO_MESSAGE_STOP ->
          Optional.of(
              without(event ->
                  event instanceof StreamEvent.MessageStop
                      || event instanceof StreamEvent.Metadata));
      case NO_BLOCK_STOP -> Optional.of(without(StreamEvent.ContentBlockStop.class::isInstance));
      case PING_STORM -> Optional.of(EventFaults::storm);
      case WHOLE_CALLS -> Optional.of(new WholeInputs());
      case NO_END_MARK,
          EMPTY_INPUT,
          REPEATED_IDS,
          INVALID_EAGER_INPUT,
          LYING_STOP_REASON,
          PAUSE_TURN,
          REFUSAL,
          EMPTY_TURN,
          INTERLEAVED_CALLS,
          NO_CALL_INDEX,
          LATE_CALL_NAMES,
          OBJECT_ARGUMENTS ->
          Optional.empty();
    };
  }

  private static void storm(Moment moment, Consumer<Moment> out) {
    out.accept(moment);
    for (int i = 0; i < STORM; i++) {
      out.accept(Heartbeat.ping(moment.dueNanos()));
    }
  }

  private static StreamEvent unknownEvent() {
    return new StreamEvent.Unrecognized("weatherReport", JsonObject.of("sky", "clear"));
  }

  private static Edited.Edit<Moment> without(Predicate<StreamEvent> unwanted) {
    return (moment, out) -> {
      if (!(moment instanceof Tells(StreamEvent event, _) && unwanted.test(event))) {
        out.accept(moment);
      }
    };
  }

  /// Puts a moment behind the first so many, not counting signs of life.
  private static final class After implements Edited.Edit<Moment> {
    private final int after;
    private final java.util.function.LongFunction<Moment> extra;
    private int seen;

    After(int after, java.util.function.LongFunction<Moment> extra) {
      this.after = after;
      this.extra = extra;
    }

    @Override
    public void edit(Moment moment, Consumer<Moment> out) {
      boolean counts = !(moment instanceof Tells(StreamEvent.Ping _, _));
      if (counts && seen++ == after) {
        out.accept(extra.apply(moment.dueNanos()));
      }
      out.accept(moment);
    }
  }

  /// Delays all that comes after a certain event.
  private static final class Silence implements Edited.Edit<Moment> {
    private final Stall stall;
    private boolean over;

    Silence(Stall stall) {
      this.stall = stall;
    }

    @Override
    public void edit(Moment moment, Consumer<Moment> out) {
      out.accept(over ? moment.later(stall.time().toNanos()) : moment);
      if (!over && moment instanceof Tells(StreamEvent event, long due) && begins(event)) {
        over = true;
        if (stall.thenDrop()) {
          out.accept(new Moment.Breaks(Moment.plus(due, stall.time().toNanos())));
        }
      }
    }

    private boolean begins(StreamEvent event) {
      return switch (stall.where()) {
        case TEXT -> event instanceof StreamEvent.TextDelta;
        case TOOL_INPUT -> event instanceof StreamEvent.ToolUseStart;
        case BEFORE_HEAD -> false;
      };
    }
  }

  /// Holds the deltas of a tool's input back until the last of them is there.
  private static final class WholeInputs implements Edited.Edit<Moment> {
    private final StringBuilder input = new StringBuilder();

    @Override
    public void edit(Moment moment, Consumer<Moment> out) {
      if (moment instanceof Tells(StreamEvent.ToolInputDelta(_, String text), _)) {
        input.append(text);
        return;
      }
      if (moment instanceof Tells(StreamEvent.ContentBlockStop(int index), long due)
          && !input.isEmpty()) {
        out.accept(new Tells(new StreamEvent.ToolInputDelta(index, input.toString()), due));
      }
      input.setLength(0);
      out.accept(moment);
    }
  }
}
