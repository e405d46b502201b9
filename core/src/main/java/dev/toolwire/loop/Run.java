package dev.toolwire.loop;

import dev.toolwire.conversation.ContentBlock;
import dev.toolwire.model.ModelException;
import dev.toolwire.model.ModelRequest;
import dev.toolwire.model.ModelStream;
import dev.toolwire.model.ToolChoice;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One run of a [ToolLoop]: what happens, event by event, and the [Outcome] it ends in.
///
/// The work is done by the thread that pulls, one at a time; pulling may block. [#close] may be
/// called by any thread at any time: it interrupts tools, closes the model's stream, and the run
/// ends as [Outcome.Cancelled]. An interrupt of the pulling thread does the same, and stays set.
/// Whoever starts a run closes it.
///
/// A model that breaks its contract by throwing anything but a [ModelException] ends the run as
/// cancelled, and whoever pulls gets what it threw.
public final class Run implements Iterable<LoopEvent>, AutoCloseable {

  private static final long NEVER = Long.MAX_VALUE;

  private final ToolLoop loop;
  private final Budget budget;
  private final long startedAt;
  private final long deadline;
  private final Duration elapsedBefore;
  private final Queue<LoopEvent> events = new ArrayDeque<>();
  private volatile LoopState state;
  private volatile Step step;
  private volatile boolean closed;
  private @Nullable Outcome outcome;

  Run(ToolLoop loop, LoopState state, Function<Run, Step> firstStep) {
    this.loop = loop;
    this.budget = new Budget(loop.limits());
    this.state = state;
    this.elapsedBefore = state.spent().elapsed();
    this.startedAt = loop.ticker().nanos();
    this.deadline = deadline(loop.clocks().total());
    this.step = new FirstStep(this, firstStep);
  }

  /// Defers the first step to the first pull.
  private record FirstStep(Run run, Function<Run, Step> first) implements Step {
    @Override
    public Step advance() {
      return first.apply(run);
    }

    @Override
    public void abort() {}
  }

  /// The events, the last of which is [LoopEvent.Finished]. There is one pass over them: a second
  /// iterator goes on where the first stands.
  @Override
  public Iterator<LoopEvent> iterator() {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return pull();
      }

      @Override
      public LoopEvent next() {
        if (!pull()) {
          throw new NoSuchElementException("the run is over; ask for its outcome");
        }
        return events.remove();
      }
    };
  }

  /// Waits until there is an event or the end.
  private boolean pull() {
    if (closed && outcome == null) {
      events.clear();
    }
    while (events.isEmpty() && outcome == null) {
      advance();
    }
    return !events.isEmpty();
  }

  /// How the run ended; pulls what is left of it first.
  public Outcome outcome() {
    while (outcome == null) {
      events.clear();
      advance();
    }
    events.clear();
    return outcome;
  }

  /// Where the run stands: the last whole step, never a turn in parts. May be asked by any thread.
  public LoopState state() {
    return state;
  }

  @Override
  public void close() {
    closed = true;
    step.abort();
  }

  // A step is published before `closed` is looked at, and closing looks at the step after it has
  // set `closed`; so no step begins to wait unnoticed.
  private void advance() {
    if (closed || Thread.currentThread().isInterrupted()) {
      cancelled();
      return;
    }
    try {
      step = step.advance();
    } catch (ModelException failure) {
      if (closed || Thread.currentThread().isInterrupted()) {
        cancelled();
      } else {
        end(now -> new Outcome.Failed(failure, step.uncommitted(), now));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      cancelled();
    } catch (RuntimeException | Error defect) {
      cancelled();
      throw defect;
    }
  }

  private void cancelled() {
    closed = true;
    events.clear();
    end(now -> new Outcome.Cancelled(step.uncommitted(), now));
  }

  ToolLoop loop() {
    return loop;
  }

  Budget budget() {
    return budget;
  }

  long now() {
    return loop.ticker().nanos();
  }

  /// The number of the round that is on.
  int round() {
    return state.spent().rounds();
  }

  private long deadline(Duration total) {
    return total.equals(ModelStream.FOREVER)
        ? NEVER
        : startedAt + total.minus(elapsedBefore).toNanos();
  }

  /// Nanoseconds until the total clock runs out at `now`; zero or less if it has.
  long timeLeft(long now) {
    return deadline == NEVER ? NEVER : deadline - now;
  }

  /// Rings when the total clock runs out.
  Alarms.Alarm alarmAtTotal(Runnable action) {
    long left = timeLeft(now());
    return left == NEVER ? Alarms.Alarm.NONE : loop.alarms().in(left, action);
  }

  void emit(LoopEvent event) {
    events.add(event);
  }

  void emitRepairs(CallPlan.Ready plan) {
    if (!plan.repairs().isEmpty()) {
      emit(new LoopEvent.InputRepaired(round(), plan.call(), plan.input(), plan.repairs()));
    }
  }

  /// Notes that a step is done.
  void update(LoopState next) {
    Duration elapsed = elapsedBefore.plusNanos(now() - startedAt);
    state = next.withSpent(next.spent().withElapsed(elapsed));
  }

  /// What to ask next. A forced choice of tool holds for the first round only, else the model could
  /// never answer.
  ModelRequest nextRequest() {
    ModelRequest request = state.request().withTools(loop.check().specs());
    boolean forced =
        switch (request.toolChoice()) {
          case ToolChoice.Any _, ToolChoice.Named _ -> true;
          case ToolChoice.Auto _, ToolChoice.None _ -> false;
        };
    return forced && round() > 0 ? request.withToolChoice(ToolChoice.AUTO) : request;
  }

  Step limited(Limits.Name limit, List<ContentBlock> uncommitted) {
    return end(now -> new Outcome.Limited(limit, uncommitted, now));
  }

  /// Ends the run and lets go of whatever its last step holds.
  Step end(Function<LoopState, Outcome> how) {
    step.abort();
    step.unfinished().forEach(call -> emit(new LoopEvent.CallDropped(round(), call)));
    update(state);
    state.conversation().memo().forget();
    outcome = how.apply(state);
    events.add(new LoopEvent.Finished(outcome));
    return step;
  }
}
