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
      case Fault.MissingMessageStop() ->
          Optional.of(
              without(event ->
                  event instanceof StreamEvent.MessageStop
                      || event instanceof StreamEvent.Metadata));
      case Fault.MissingBlockStop() ->
          Optional.of(without(StreamEvent.ContentBlockStop.class::isInstance));
      case Stall stall when stall.where() != Stall.Where.BEFORE_HEAD ->
          Optional.of(new Silence(stall));
      case Stall _,
          Fault.Status _,
          Fault.Drop _,
          Fault.Cut _,
          Fault.CorruptByte _,
          Fault.BadCrc _,
          Fault.SlowDrip _,
          Fault.EmptyInput _,
          Fault.RepeatedIds _ ->
          Optional.empty();
    };
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

  /// Puts a moment behind the first so many.
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
      if (seen++ == after) {
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
}
