package dev.toolwire.wire.invoke;

import dev.toolwire.model.Arrival;
import dev.toolwire.model.MalformedWireException;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.model.TruncatedStreamException;
import dev.toolwire.wire.ArrivalStamps;
import dev.toolwire.wire.Chunk;
import dev.toolwire.wire.StreamDecoder;
import dev.toolwire.wire.converse.ConverseCodec;
import dev.toolwire.wire.eventstream.EventStreamDecoder;
import dev.toolwire.wire.eventstream.EventStreamFrame;
import dev.toolwire.wire.eventstream.MessageKind;
import dev.toolwire.wire.eventstream.StreamEnd;
import dev.toolwire.wire.json.WireObject;
import dev.toolwire.wire.messages.MessageEvents;
import java.util.Base64;

/// Turns the frames of an answer into events: each `chunk` holds one event of Messages in base64.
///
/// The answer is complete with `message_stop`; what stands behind it is not looked at. Not to be
/// asked again after a failure ([LatchedDecoder][dev.toolwire.wire.LatchedDecoder]).
final class InvokeStreamDecoder implements StreamDecoder {

  private final EventStreamDecoder frames = new EventStreamDecoder();
  private final MessageEvents events = new MessageEvents();
  private final ArrivalStamps stamps = new ArrivalStamps();

  @Override
  public void feed(Chunk chunk) {
    if (!events.isComplete()) {
      stamps.chunk(chunk.length(), chunk.nanos());
      frames.feed(chunk.bytes(), chunk.offset(), chunk.length());
    }
  }

  @Override
  public Arrival next() {
    while (true) {
      StreamEvent told = events.next();
      if (told != null) {
        return stamps.stamped(told);
      }
      if (events.isComplete()) {
        return Arrival.END;
      }
      if (!(frames.next() instanceof EventStreamFrame frame)) {
        return Arrival.NOTHING;
      }
      stamps.frame(frame.startsAt(), frame.length());
      switch (frame.kind()) {
        case MessageKind.Event(String type) when type.equals(InvokeStreamEncoder.CHUNK) ->
            chunk(frame);
        case MessageKind.Event _, MessageKind.Unrecognized _ -> {} // not of this wire as we know it
        case MessageKind.ModeledException(String type) ->
            throw ConverseCodec.exception(
                type, frame.array(), frame.payloadOffset(), frame.payloadLength());
        case MessageKind.UnmodeledError(String code, String message) ->
            throw ConverseCodec.exception(code, message);
      }
    }
  }

  private void chunk(EventStreamFrame frame) {
    String base64 =
        WireObject.parse("the chunk", frame.array(), frame.payloadOffset(), frame.payloadLength())
            .requireText(InvokeStreamEncoder.BYTES);
    byte[] event;
    try {
      event = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException notBase64) {
      throw new MalformedWireException("the bytes of the chunk are not base64", notBase64);
    }
    events.read("", event, 0, event.length);
  }

  @Override
  public void end() {
    if (events.isComplete()) {
      return;
    }
    throw new TruncatedStreamException(
        switch (frames.end()) {
          case StreamEnd.MidFrame cut -> cut.describe();
          case StreamEnd.OnFrameBoundary _ ->
              "the stream ended before message_stop; the answer is not complete, ask again";
        });
  }
}
