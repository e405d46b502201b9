package dev.toolwire.simulator;

import dev.toolwire.model.ModelId;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ProviderException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where requests of all wires are played: who plays, which run and turn, at what pace, and what
/// goes wrong. Safe for use by many threads.
final class Stage {

  private final Director director;
  private final int run;
  private final boolean strict;

  /// @param run what is played to requests that ask for none
  /// @param strict whether a request that no script answers is refused
  Stage(Director director, int run, boolean strict) {
    this.director = director;
    this.run = run;
    this.strict = strict;
  }

  /// Ids of models that play, each of which fits what a script is for.
  List<String> models() {
    return director.models();
  }

  /// Whether there is a script for `model`.
  boolean plays(ModelId model) {
    return !director.runs(model).isEmpty();
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
      return refused(call, Failures.validation(why, call.requestId()));
    }
    List<Fault> faults = new ArrayList<>(struck);
    faults.addAll(casting.faults());
    return instead(call, faults)
        .map(Outcome::unread)
        .orElseGet(() -> converse(visit, call, casting, faults));
  }

  /// What comes instead of an answer, whatever is asked.
  private static Optional<Answer> instead(ModelCall call, List<Fault> faults) {
    for (Fault fault : faults) {
      if (fault instanceof Fault.Drop) {
        return Optional.of(new Answer.Dropped(0));
      }
      if (fault instanceof Fault.Status status) {
        return Optional.of(call.error(call.named(Failures.of(status, call.requestId())), 0));
      }
    }
    return Optional.empty();
  }

  private Outcome converse(Visit visit, ModelCall call, Casting casting, List<Fault> faults) {
    ModelRequest asked;
    try {
      asked = call.read(casting.model());
    } catch (ProviderException refused) {
      return refused(call, Failures.withId(refused.fault(), call.requestId()));
    }
    Take take = director.take(call, asked, casting.run().orElse(run), visit);
    Answer answer =
        strict && take.unscripted().isPresent()
            ? unscripted(call, take.unscripted().get())
            : scene(visit, call, asked, take, faults);
    return new Outcome(answer, Optional.of(asked), take.unscripted());
  }

  private static Answer unscripted(ModelCall call, String why) {
    String message = "Toolwire's simulator has no answer to this: " + why;
    return call.error(call.named(Failures.validation(message, call.requestId())), 0);
  }

  private static Answer scene(
      Visit visit, ModelCall call, ModelRequest asked, Take take, List<Fault> faults) {
    List<Fault> all = new ArrayList<>(faults);
    all.addAll(take.faults());
    return instead(call, take.faults())
        .orElseGet(() ->
            new Scene(visit, call, asked, TakeFaults.apply(take, all, call::says), all).answer());
  }

  private static Outcome refused(ModelCall call, ProviderException.Fault why) {
    return Outcome.unread(call.error(call.named(why), 0));
  }
}
