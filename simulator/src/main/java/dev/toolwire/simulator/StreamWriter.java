package dev.toolwire.simulator;

import dev.toolwire.model.ProviderException.Fault;
import dev.toolwire.model.StreamEvent;
import java.util.List;
import java.util.function.Function;

/// Writes one streamed answer, event by event. For one thread at a time.
///
/// @param event the frames of an event: none, one or several
/// @param failure those of a failure after the answer has begun, behind which nothing may follow
record StreamWriter(
    Function<StreamEvent, List<byte[]>> event, Function<Fault, List<byte[]>> failure) {

  /// A writer of what an encoder makes, taken apart into frames.
  static StreamWriter of(
      Function<StreamEvent, byte[]> event,
      Function<Fault, byte[]> failure,
      Function<byte[], List<byte[]>> frames) {
    return new StreamWriter(event.andThen(frames), failure.andThen(frames));
  }

  List<byte[]> write(StreamEvent told) {
    return event.apply(told);
  }

  List<byte[]> fail(Fault fault) {
    return failure.apply(fault);
  }

  /// This writer, with something changing its frames one after the other.
  StreamWriter edited(Function<byte[], List<byte[]>> edit) {
    Function<List<byte[]>, List<byte[]>> each =
        frames -> frames.stream().flatMap(frame -> edit.apply(frame).stream()).toList();
    return new StreamWriter(event.andThen(each), failure.andThen(each));
  }
}
