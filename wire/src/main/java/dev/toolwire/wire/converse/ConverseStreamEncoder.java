package dev.toolwire.wire.converse;

import dev.toolwire.model.ProviderException.Fault;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.wire.eventstream.EventStreamEncoder;
import dev.toolwire.wire.eventstream.EventStreamMessage;
import dev.toolwire.wire.eventstream.MessageKind;

/// Turns the events of one answer into the frames of a ConverseStream. Not for several threads.
///
/// The order of the events is the caller's: that of [StreamEvent]. Text and reasoning get no start,
/// as the service gives them none.
public final class ConverseStreamEncoder {

  private final EventStreamEncoder frames = new EventStreamEncoder();
  private final EventWriter events;

  ConverseStreamEncoder(Padding padding) {
    this.events = new EventWriter(frames, padding);
  }

  /// The frame of an event. A block that comes whole takes a start and deltas, so several frames; a
  /// [StreamEvent.Ping] takes none, for this wire has no sign of life.
  ///
  /// @throws dev.toolwire.model.UnsupportedOnWireException for a block that a stream cannot hold
  public byte[] event(StreamEvent event) {
    try {
      events.write(event);
      return frames.take();
    } finally {
      // Half a block must not come out with the next event.
      frames.clear();
    }
  }

  /// A failure after the answer has begun, by the name that a stream has for it, such as
  /// `throttlingException`. Nothing may follow.
  public byte[] exception(Fault fault) {
    byte[] payload = ConverseServerCodec.message(fault);
    frames.exception(ServiceError.inStream(fault.type()), payload, 0, payload.length);
    return frames.take();
  }

  /// A failure that the service model does not know. Nothing may follow.
  public byte[] error(String code, String message) {
    return EventStreamEncoder.encode(
        EventStreamMessage.of(new MessageKind.UnmodeledError(code, message), new byte[0]));
  }
}
