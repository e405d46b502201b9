package dev.toolwire.wire.converse;

import dev.toolwire.model.Arrival;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.model.TruncatedStreamException;
import dev.toolwire.wire.ArrivalStamps;
import dev.toolwire.wire.Chunk;
import dev.toolwire.wire.StreamDecoder;
import dev.toolwire.wire.eventstream.EventStreamDecoder;
import dev.toolwire.wire.eventstream.EventStreamFrame;
import dev.toolwire.wire.eventstream.MessageKind;
import dev.toolwire.wire.eventstream.StreamEnd;

/// Turns the bytes of a ConverseStream answer into events.
///
/// The answer is complete once `messageStop` and `metadata` have come, or once `messageStop` has
/// come and there are no more bytes; what stands behind is not looked at. Not to be asked again
/// after a failure ([LatchedDecoder][dev.toolwire.wire.LatchedDecoder]).
final class ConverseStreamDecoder implements StreamDecoder {

  private final EventStreamDecoder frames = new EventStreamDecoder();
  private final EventReader events = new EventReader();
  private final ArrivalStamps stamps = new ArrivalStamps();
  private boolean stopped;
  private boolean measured;
  private boolean ended;

  @Override
  public void feed(Chunk chunk) {
    if (!isComplete()) {
      stamps.chunk(chunk.length(), chunk.nanos());
      frames.feed(chunk.bytes(), chunk.offset(), chunk.length());
    }
  }

  @Override
  public Arrival next() {
    StreamEvent second = events.second();
    if (second != null) {
      return stamps.stamped(second);
    }
    if (isComplete()) {
      return Arrival.END;
    }
    return frames.next() instanceof EventStreamFrame frame ? arrival(frame) : Arrival.NOTHING;
  }

  @Override
  public void end() {
    if (isComplete()) {
      return;
    }
    if (frames.end() instanceof StreamEnd.MidFrame cut) {
      throw new TruncatedStreamException(cut.describe());
    }
    if (!stopped) {
      throw new TruncatedStreamException(
          "the stream ended before messageStop; the answer is not complete, ask again");
    }
    ended = true;
  }

  private boolean isComplete() {
    return ended || (stopped && measured);
  }

  private Arrival arrival(EventStreamFrame frame) {
    stamps.frame(frame.startsAt(), frame.length());
    return switch (frame.kind()) {
      case MessageKind.Event(String type) -> stamps.stamped(event(type, frame));
      case MessageKind.ModeledException(String type) ->
          throw ErrorReader.exception(
              type, frame.array(), frame.payloadOffset(), frame.payloadLength());
      case MessageKind.UnmodeledError(String code, String message) ->
          throw ErrorReader.inStream(code, message);
      case MessageKind.Unrecognized _ -> stamps.stamped(event("", frame));
    };
  }

  private StreamEvent event(String type, EventStreamFrame frame) {
    StreamEvent event =
        events.read(type, frame.array(), frame.payloadOffset(), frame.payloadLength());
    stopped |= event instanceof StreamEvent.MessageStop;
    measured |= event instanceof StreamEvent.Metadata;
    return event;
  }
}
