package dev.toolwire.simulator;

import dev.toolwire.model.StreamEvent;
import java.time.Duration;
import java.util.function.Consumer;

/// Signs of life in a stream: whenever nothing has been told for a while, and where a wire begins
/// with one, right after the start of the answer.
///
/// A model that is slow is alive, so its silences are filled. A [Fault.Stall] comes later on the
/// way, and silences the signs of life, too.
final class Heartbeat implements Edited.Edit<Moment> {

  private final long every;
  private final boolean afterStart;
  private long last;
  private boolean started;

  /// @param every how long the stream may be silent
  /// @param afterStart whether there is one after the start, whatever happens
  Heartbeat(Duration every, boolean afterStart) {
    this.every = every.toNanos();
    this.afterStart = afterStart;
  }

  @Override
  public void edit(Moment moment, Consumer<Moment> out) {
    while (started && moment.dueNanos() - last > every) {
      last += every;
      out.accept(ping(last));
    }
    last = moment.dueNanos();
    out.accept(moment);
    if (!started && afterStart) {
      out.accept(ping(last));
    }
    started = true;
  }

  static Moment ping(long dueNanos) {
    return new Moment.Tells(new StreamEvent.Ping(), dueNanos);
  }
}
