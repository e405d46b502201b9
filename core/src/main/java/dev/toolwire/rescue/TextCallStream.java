package dev.toolwire.rescue;

import dev.toolwire.conversation.Role;
import dev.toolwire.model.Arrival;
import dev.toolwire.model.ModelException;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ModelStream;
import dev.toolwire.model.StreamEvent;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// An answer with the calls in its text made native ones. Each event has the times of the one that
/// it was made from.
///
/// Nothing is held back but what may be the beginning of a call. A call that is told of and then
/// proves to be none, because a native call follows or the end of thinking, makes the answer begin
/// anew with another `MessageStart`, as it does where a client asks again.
public final class TextCallStream implements ModelStream {

  private final ModelStream inner;
  private final ModelRequest request;
  private final CallBlocks blocks;
  private final Queue<Arrival> ready = new ArrayDeque<>();

  /// The answer as it came, to be told again if it was told wrongly.
  private final List<Arrival.Event> heard = new ArrayList<>();

  private TextCallEvents events;
  private Arrival.Event latest = new Arrival.Event(new StreamEvent.Ping(), 0, 0);
  private @Nullable ModelException failure;

  private TextCallStream(ModelStream inner, ModelRequest request, CallBlocks blocks) {
    this.inner = inner;
    this.request = request;
    this.blocks = blocks;
    this.events = events(true);
  }

  /// The answer of a model that calls natively and sometimes misses. A call in its text that cannot
  /// be run stays text.
  ///
  /// @param request what it answers
  public static ModelStream rescuing(
      ModelStream inner, ModelRequest request, RescueTools tools, RescueConfig config) {
    return new TextCallStream(inner, request, new CallBlocks(tools, config, false));
  }

  /// The answer of a model that can call in no other way. A call that cannot be run becomes one
  /// that reports what is wrong with it, so that the model is told.
  ///
  /// @param request what it answers, with the tools that it was told of
  public static ModelStream prompted(
      ModelStream inner, ModelRequest request, RescueTools tools, RescueConfig config) {
    return new TextCallStream(inner, request, new CallBlocks(tools, config, true));
  }

  private TextCallEvents events(boolean bold) {
    return new TextCallEvents(blocks, new CallIds(request.conversation()), bold);
  }

  @Override
  public Arrival next(Duration patience) {
    if (ready.isEmpty()) {
      if (failure != null) {
        throw failure;
      }
      read(patience);
    }
    return ready.remove();
  }

  /// Reads one arrival. If that is an error, what had been kept back comes before it.
  private void read(Duration patience) {
    Arrival arrival;
    try {
      arrival = inner.next(patience);
    } catch (ModelException broken) {
      failure = broken;
      breakOff();
      if (ready.isEmpty()) {
        throw broken;
      }
      return;
    }
    if (arrival instanceof Arrival.Event event) {
      take(event);
    } else {
      ready.add(arrival);
    }
  }

  private void take(Arrival.Event event) {
    latest = event;
    if (event.event() instanceof StreamEvent.MessageStart) {
      heard.clear();
      events = events(true);
    }
    heard.add(event);
    List<StreamEvent> told = events.take(event.event());
    if (events.isWrong()) {
      told = toldAgain();
    }
    queue(told.isEmpty() ? List.of(new StreamEvent.Ping()) : told);
  }

  private void breakOff() {
    List<StreamEvent> rest = events.breakOff();
    if (events.isWrong()) {
      rest = toldAgain();
      rest.addAll(events.breakOff());
    }
    queue(rest);
  }

  /// The answer so far from its beginning, told with care.
  private List<StreamEvent> toldAgain() {
    events = events(false);
    List<StreamEvent> again = new ArrayList<>();
    if (!(heard.getFirst().event() instanceof StreamEvent.MessageStart)) {
      again.add(new StreamEvent.MessageStart(Role.ASSISTANT));
    }
    heard.forEach(event -> again.addAll(events.take(event.event())));
    return again;
  }

  private void queue(List<StreamEvent> told) {
    told.forEach(event ->
        ready.add(new Arrival.Event(event, latest.firstByteNanos(), latest.lastByteNanos())));
  }

  @Override
  public void close() {
    inner.close();
  }
}
