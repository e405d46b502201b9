package dev.toolwire.wire.messages;

import dev.toolwire.model.Arrival;
import dev.toolwire.model.StreamEvent;
import dev.toolwire.model.TruncatedStreamException;
import dev.toolwire.wire.Chunk;
import dev.toolwire.wire.PlainBody;
import dev.toolwire.wire.StreamDecoder;
import dev.toolwire.wire.sse.Decoded;
import dev.toolwire.wire.sse.SseDecoder;
import dev.toolwire.wire.sse.SseEnd;
import dev.toolwire.wire.sse.SseEvent;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/// Turns the bytes of a streamed answer into events.
///
/// The answer is complete with `message_stop`; what stands behind it is not looked at. One object
/// in place of the stream is an error or the whole answer. Not to be asked again after a failure
/// ([LatchedDecoder][dev.toolwire.wire.LatchedDecoder]).
final class MessagesStreamDecoder implements StreamDecoder {

  private final PlainBody plain = new PlainBody();
  private final SseDecoder lines = new SseDecoder();
  private final MessageEvents events = new MessageEvents();
  private @Nullable Iterator<StreamEvent> whole;
  private long firstByteNanos;
  private long lastByteNanos;

  @Override
  public void feed(Chunk chunk) {
    if (!events.isComplete() && !plain.takes(chunk)) {
      lines.feed(chunk);
    }
  }

  @Override
  public Arrival next() {
    if (whole != null) {
      return whole.hasNext()
          ? new Arrival.Event(whole.next(), plain.firstByteNanos(), plain.lastByteNanos())
          : Arrival.END;
    }
    while (true) {
      StreamEvent told = events.next();
      if (told != null) {
        return new Arrival.Event(told, firstByteNanos, lastByteNanos);
      }
      if (events.isComplete()) {
        return Arrival.END;
      }
      switch (lines.next()) {
        case SseEvent event -> {
          firstByteNanos = event.firstByteNanos();
          lastByteNanos = event.lastByteNanos();
          if (event.dataLength() > 0) {
            events.read(event.type(), event.array(), event.dataOffset(), event.dataLength());
          }
        }
        case Decoded.Comment comment -> {
          return comment.ping();
        }
        case Decoded.NeedBytes _ -> {
          return Arrival.NOTHING;
        }
      }
    }
  }

  @Override
  public void end() {
    if (events.isComplete()) {
      return;
    }
    if (!plain.isObject()) {
      throw truncated();
    }
    whole = ReplyReader.read(plain.object()).events().iterator();
  }

  private TruncatedStreamException truncated() {
    return new TruncatedStreamException(
        switch (lines.end()) {
          case SseEnd.MidEvent cut -> cut.describe();
          case SseEnd.BetweenEvents _ ->
              "the stream ended before message_stop; the answer is not complete, ask again";
        });
  }
}
