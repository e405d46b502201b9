package dev.toolwire.simulator;

import dev.toolwire.model.ProviderException.Fault;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/// The frames of a stream, each made when it is asked for, then the end. For one thread at a time.
final class FrameBeats implements Iterator<Beat> {

  private final Iterator<Moment> moments;
  private final StreamWriter writer;
  private final Function<String, Fault> fault;
  private final Deque<Beat> ready = new ArrayDeque<>();
  private long last;
  private boolean over;

  /// @param fault says all about an error of a type
  FrameBeats(Iterator<Moment> moments, StreamWriter writer, Function<String, Fault> fault) {
    this.moments = moments;
    this.writer = writer;
    this.fault = fault;
  }

  @Override
  public boolean hasNext() {
    return !over || !ready.isEmpty();
  }

  @Override
  public Beat next() {
    while (ready.isEmpty()) {
      if (over) {
        throw new NoSuchElementException("the stream is over");
      }
      if (moments.hasNext()) {
        write(moments.next());
      } else {
        end(new Beat.Ends(last));
      }
    }
    return ready.removeFirst();
  }

  private void write(Moment moment) {
    last = moment.dueNanos();
    switch (moment) {
      case Moment.Tells(var event, long due) -> write(writer.write(event), due);
      case Moment.Fails(String type, long due) -> {
        write(writer.fail(fault.apply(type)), due);
        end(new Beat.Ends(due));
      }
      case Moment.Breaks(long due) -> end(new Beat.Breaks(due));
    }
  }

  private void write(List<byte[]> frames, long due) {
    for (byte[] frame : frames) {
      if (frame.length > 0) {
        ready.add(new Beat.Bytes(frame, due));
      }
    }
  }

  private void end(Beat end) {
    ready.add(end);
    over = true;
  }
}
