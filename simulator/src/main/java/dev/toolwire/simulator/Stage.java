package dev.toolwire.simulator;

import dev.toolwire.json.JsonObject;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ProviderException;
import dev.toolwire.model.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Where requests of all wires are played: who plays, which run and turn, at what pace, and what
/// goes wrong. Safe for use by many threads.
final class Stage {

  private final Director director;
  private final int run;

  /// @param run what is played to requests that ask for none
  Stage(Director director, int run) {
    this.director = director;
    this.run = run;
  }

  /// Plays what a request asks for.
  ///
  /// @param struck the faults that strike it, beside those that it asks for
  Outcome play(Visit visit, ModelCall call, List<Fault> struck) {
    Casting casting;
    try {
      casting = Casting.of(call.asked(), visit.request().headers());
      casting.requireRun(director.runs(casting.model()));
    } catch (IllegalArgumentException wish) {
      String why = String.valueOf(wish.getMessage());
      return refused(call, Failures.validation(why, visit.requestId()));
    }
    List<Fault> faults = new ArrayList<>(struck);
    faults.addAll(casting.faults());
    return instead(visit, call, faults)
        .map(Outcome::unread)
        .orElseGet(() -> converse(visit, call, casting, faults));
  }

  /// What comes instead of an answer, whatever is asked.
  private static Optional<Answer> instead(Visit visit, ModelCall call, List<Fault> faults) {
    for (Fault fault : faults) {
      if (fault instanceof Fault.Drop) {
        return Optional.of(new Answer.Dropped(0));
      }
      if (fault instanceof Fault.Status status) {
        return Optional.of(call.error(call.named(Failures.of(status, visit.requestId())), 0));
      }
    }
    return Optional.empty();
  }

  private Outcome converse(Visit visit, ModelCall call, Casting casting, List<Fault> faults) {
    ModelRequest asked;
    try {
      asked = call.read(casting.model());
    } catch (ProviderException refused) {
      return refused(call, Failures.withId(refused.fault(), visit.requestId()));
    }
    int length = visit.request().body().length;
    int number = casting.run().orElse(run);
    Take take = director.take(asked, number, length, () -> call.toolIds().next(visit.random()));
    List<Fault> all = new ArrayList<>(faults);
    all.addAll(take.faults());
    Answer answer =
        instead(visit, call, take.faults())
            .orElseGet(
                () -> answer(visit, call, TakeFaults.apply(take, all), all, asked.streaming()));
    return new Outcome(answer, Optional.of(asked));
  }

  private static Outcome refused(ModelCall call, ProviderException.Fault why) {
    return Outcome.unread(call.error(call.named(why), 0));
  }

  private static Answer answer(
      Visit visit, ModelCall call, Take take, List<Fault> faults, boolean streaming) {
    Answer.Response said =
        streaming ? stream(visit, call, take, faults) : whole(visit, call, take, faults);
    Answer.Response answer =
        new Answer.Response(
            said.status(),
            said.headers(),
            said.headNanos(),
            ByteFaults.apply(said.body(), faults, streaming));
    for (Fault fault : faults) {
      if (fault instanceof Fault.Stall stall
          && (!streaming || stall.where() == Fault.Stall.Where.BEFORE_HEAD)) {
        return Answer.stalled(answer, stall);
      }
    }
    return answer;
  }

  private static Answer.Response stream(
      Visit visit, ModelCall call, Take take, List<Fault> faults) {
    Iterator<Moment> moments = EventFaults.apply(new Performance(take, visit.random()), faults);
    Iterator<Beat> frames =
        new FrameBeats(
            moments,
            call.writer(take),
            type -> call.named(Failures.inStream(type, visit.requestId())));
    return new Answer.Response(200, call.headers(true), take.pace().first().toNanos(), frames);
  }

  private static Answer.Response whole(Visit visit, ModelCall call, Take take, List<Fault> faults) {
    long due = duration(take, visit.random());
    for (Fault fault : faults) {
      if (fault instanceof Fault.InStreamException(String type, _)) {
        return call.error(call.named(Failures.instead(type, visit.requestId())), due);
      }
    }
    if (!call.saysAnyInput() && take.isUnsayableWhole()) {
      return call.error(
          call.named(Failures.instead("ModelErrorException", visit.requestId())), due);
    }
    Reply reply =
        new Reply(
            take.content(), take.stop(), take.usage(), Duration.ofNanos(due), JsonObject.EMPTY);
    return Answer.whole(200, call.headers(false), call.whole(reply), due);
  }

  /// How long it takes to say everything.
  private static long duration(Take take, RandomGenerator random) {
    long due = 0;
    for (Performance moments = new Performance(take, random); moments.hasNext(); ) {
      due = moments.next().dueNanos();
    }
    return due;
  }
}
