package dev.toolwire.simulator;

import dev.toolwire.wire.converse.ConverseStreamEncoder;
import java.util.Iterator;
import java.util.function.Function;

/// The frames of a stream, each made when it is asked for, then the end. For one thread at a time.
final class FrameBeats implements Iterator<Beat> {

  private final Iterator<Moment> moments;
  private final ConverseStreamEncoder encoder;
  private final Function<String, dev.toolwire.model.ProviderException.Fault> fault;
  private long last;
  private boolean over;
  private boolean failed;

  /// @param fault says all about an error of a type
  FrameBeats(
      Iterator<Moment> moments,
      ConverseStreamEncoder encoder,
      Function<String, dev.toolwire.model.ProviderException.Fault> fault) {
    this.moments = moments;
    this.encoder = encoder;
    this.fault = fault;
  }

  @Override
  public boolean hasNext() {
    return !over;
  }

  @Override
  public Beat next() {
    if (failed || !moments.hasNext()) {
      over = true;
      return new Beat.Ends(last);
    }
    Moment moment = moments.next();
    last = moment.dueNanos();
    return switch (moment) {
      case Moment.Tells(var event, long due) -> new Beat.Bytes(encoder.event(event), due);
      case Moment.Fails(String type, long due) -> {
        failed = true;
        yield new Beat.Bytes(encoder.exception(fault.apply(type)), due);
      }
      case Moment.Breaks(long due) -> {
        over = true;
        yield new Beat.Breaks(due);
      }
    };
  }
}
