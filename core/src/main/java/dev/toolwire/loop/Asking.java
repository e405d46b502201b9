package dev.toolwire.loop;

import dev.toolwire.model.ModelException;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ModelStream;
import dev.toolwire.model.SilenceException;
import java.util.List;

/// Waits for a model to begin its answer. [Model#open][dev.toolwire.model.Model#open] knows no
/// patience, so whoever wants it to end interrupts it.
final class Asking implements Step {

  private final Run run;
  private final ModelRequest request;
  private final Interruptible opening = new Interruptible();
  private volatile boolean expired;

  private Asking(Run run, ModelRequest request) {
    this.run = run;
    this.request = request;
  }

  /// Begins the next round, unless a limit forbids it.
  static Step nextRound(Run run) {
    if (run.timeLeft(run.now()) <= 0) {
      return run.limited(Limits.Name.TOTAL_TIME, List.of());
    }
    var limit = run.budget().beforeRound(run.state().spent());
    if (limit.isPresent()) {
      return run.limited(limit.get(), List.of());
    }
    ModelRequest request = run.nextRequest();
    run.update(run.state().withSpent(run.state().spent().plusRound()));
    run.emit(new LoopEvent.RoundStarted(run.round(), request));
    return new Asking(run, request);
  }

  @Override
  public Step advance() {
    long askedAt = run.now();
    ModelStream stream;
    try {
      stream = open(Math.min(run.loop().clocks().firstEvent().toNanos(), run.timeLeft(askedAt)));
    } catch (ModelException failure) {
      if (expired) {
        return breach();
      }
      throw failure;
    }
    if (expired) {
      stream.close();
      return breach();
    }
    return new Reading(run, stream, askedAt);
  }

  private ModelStream open(long patience) {
    Alarms.Alarm alarm = run.loop().alarms().in(patience, this::expire);
    opening.begin();
    try {
      return run.loop().model().open(request);
    } finally {
      opening.end();
      alarm.cancel();
    }
  }

  private void expire() {
    expired = true;
    opening.breakOff();
  }

  private Step breach() {
    if (run.timeLeft(run.now()) <= 0) {
      return run.limited(Limits.Name.TOTAL_TIME, List.of());
    }
    throw new SilenceException("first event", run.loop().clocks().firstEvent());
  }

  @Override
  public void abort() {
    opening.breakOff();
  }
}
