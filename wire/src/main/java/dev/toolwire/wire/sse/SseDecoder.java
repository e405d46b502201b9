package dev.toolwire.wire.sse;

import dev.toolwire.model.MalformedWireException;
import dev.toolwire.wire.Chunk;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Turns the bytes of one stream into events, however the bytes are cut.
///
/// Feed a chunk, then call [#next] until it answers [Decoded.NeedBytes]; then feed the next, or
/// call [#end] when there is none:
///
/// ```
/// decoder.feed(chunk);
/// while (decoder.next() instanceof SseEvent event) {
///   handle(event);
/// }
/// ```
///
/// A fed array belongs to the decoder until `next` has answered `NeedBytes`: data that lies in one
/// piece is shown in place, the rest is copied. An event is complete with its blank line, and no
/// byte behind that is waited for.
///
/// A stream beyond the limits cannot be read any further: `next` throws and will throw the same
/// again. For one stream and one thread at a time.
public final class SseDecoder {

  private final LineReader lines;
  private final Fields fields;
  private final SseEvent event = new SseEvent();
  private long events;

  /// Where the current event begins; -1 between events.
  private long startsAt = -1;

  private long firstByteNanos;
  private @Nullable MalformedWireException broken;

  public SseDecoder() {
    this(SseLimits.DEFAULT);
  }

  /// A decoder that refuses what is beyond these limits.
  public SseDecoder(SseLimits limits) {
    lines = new LineReader(limits.maxLineBytes());
    fields = new Fields(limits.maxDataBytes());
  }

  /// Hands over the next piece of the stream. An empty piece is allowed.
  ///
  /// @throws IllegalStateException while a part of the piece before is unread
  public void feed(Chunk chunk) {
    if (broken == null) {
      lines.feed(chunk);
    }
  }

  /// The next event or comment, or that more bytes are needed.
  ///
  /// @throws MalformedWireException when a line or an event is larger than the limits
  public Decoded next() {
    if (broken != null) {
      throw broken;
    }
    try {
      return read();
    } catch (MalformedWireException tooLarge) {
      broken = tooLarge;
      throw tooLarge;
    }
  }

  /// Says how the stream stands, now that no more bytes will come.
  ///
  /// @throws IllegalStateException while a part of the last piece is unread
  public SseEnd end() {
    lines.requireReadUp("end");
    if (startsAt < 0 && !lines.hasBegun()) {
      return new SseEnd.BetweenEvents(events);
    }
    long from = startsAt < 0 ? lines.startsAt() : startsAt;
    return new SseEnd.MidEvent(events + 1, from, lines.position() - from);
  }

  /// What there is of an event that the stream's end has cut, as if a blank line had followed;
  /// `NeedBytes` if it has no data. The standard drops such an event, tolerant clients read it: the
  /// wire decides. Its last line may be cut as well.
  ///
  /// @throws IllegalStateException while a part of the last piece is unread
  public Decoded unfinished() {
    lines.requireReadUp("unfinished");
    if (lines.rest()) {
      line();
    }
    return startsAt >= 0 && fields.hasData() ? dispatch() : Decoded.NEED_BYTES;
  }

  /// What the last `retry` field of the stream asks: how long to wait before connecting again.
  public Optional<Duration> retry() {
    return fields.retry();
  }

  private Decoded read() {
    if (startsAt < 0) {
      fields.clear();
    }
    while (lines.next()) {
      if (lines.length() == 0) {
        if (fields.hasData()) {
          return dispatch();
        }
        startsAt = -1;
        fields.clear();
      } else if (lines.array()[lines.start()] == ':') {
        return new Decoded.Comment(lines.firstByteNanos(), lines.lastByteNanos());
      } else {
        line();
      }
    }
    fields.keep();
    return Decoded.NEED_BYTES;
  }

  private void line() {
    if (startsAt < 0) {
      startsAt = lines.startsAt();
      firstByteNanos = lines.firstByteNanos();
    }
    fields.line(lines);
  }

  private Decoded dispatch() {
    event.say(fields.type(), fields.lastEventId());
    event.view(fields.array(), fields.dataOffset(), fields.dataLength());
    event.place(++events, startsAt, lines.position());
    event.arrive(firstByteNanos, lines.lastByteNanos());
    startsAt = -1;
    return event;
  }
}
