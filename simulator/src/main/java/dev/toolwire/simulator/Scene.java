package dev.toolwire.simulator;

import dev.toolwire.json.JsonObject;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.Reply;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;

/// One answer about to be played.
///
/// @param asked what the model was sent
/// @param take what it says
/// @param faults that strike while it does
record Scene(Visit visit, ModelCall call, ModelRequest asked, Take take, List<Fault> faults) {

  /// The answer, which can be played once.
  Answer answer() {
    boolean streaming = asked.streaming();
    Answer.Response said = streaming ? stream() : whole();
    Answer.Response answer =
        new Answer.Response(
            said.status(),
            said.headers(),
            said.headNanos(),
            ByteFaults.apply(said.body(), faults, streaming && call.hasChecksums()));
    for (Fault fault : faults) {
      if (fault instanceof Fault.Stall stall
          && (!streaming || stall.where() == Fault.Stall.Where.BEFORE_HEAD)) {
        return Answer.stalled(answer, stall);
      }
    }
    return answer;
  }

  private Answer.Response stream() {
    Iterator<Moment> moments = EventFaults.apply(alive(performance()), faults);
    Iterator<Beat> frames =
        new FrameBeats(
            moments,
            FrameFaults.around(call.writer(asked, take), faults),
            type -> call.named(Failures.inStream(type, call.requestId())));
    return new Answer.Response(200, call.headers(true), take.pace().first().toNanos(), frames);
  }

  private Iterator<Moment> alive(Iterator<Moment> moments) {
    return call.heartbeat()
        .<Iterator<Moment>>map(heartbeat -> new Edited<>(moments, heartbeat))
        .orElse(moments);
  }

  private Answer.Response whole() {
    long due = duration();
    for (Fault fault : faults) {
      if (fault instanceof Fault.InStreamException(String type, _)) {
        return failed(type, due);
      }
    }
    if (!call.saysAnyInput() && take.isUnsayableWhole()) {
      return failed("ModelErrorException", due);
    }
    Reply reply =
        new Reply(
            take.content(), take.stop(), take.usage(), Duration.ofNanos(due), JsonObject.EMPTY);
    return Answer.whole(200, call.headers(reply), call.whole(asked, reply), due);
  }

  private Answer.Response failed(String type, long due) {
    return call.error(call.named(Failures.instead(type, call.requestId())), due);
  }

  /// How long it takes to say everything.
  private long duration() {
    long due = 0;
    for (Performance moments = performance(); moments.hasNext(); ) {
      due = moments.next().dueNanos();
    }
    return due;
  }

  private Performance performance() {
    return new Performance(take, visit.random());
  }
}
