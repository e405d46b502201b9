package dev.toolwire.wire;

import dev.toolwire.model.Arrival;
import dev.toolwire.model.StreamEvent;

/// Knows when the first and the last byte of the current frame were read, though a frame may have
/// come in several chunks and a chunk may hold several frames.
public final class ArrivalStamps {

  /// Positions count the bytes of the whole stream.
  private long chunkStart;

  private long chunkEnd;
  private long chunkNanos;
  private long nextFrame;
  private long heldNanos;
  private long first;
  private long last;

  /// A chunk has come. What is left of the one before is the beginning of a frame.
  public void chunk(int length, long nanos) {
    heldNanos = nextFrame >= chunkStart ? chunkNanos : heldNanos;
    chunkStart = chunkEnd;
    chunkEnd += length;
    chunkNanos = nanos;
  }

  /// A frame has been read, out of the chunks so far.
  public void frame(long startsAt, int length) {
    first = startsAt < chunkStart ? heldNanos : chunkNanos;
    last = chunkNanos;
    nextFrame = startsAt + length;
  }

  public Arrival.Event stamped(StreamEvent event) {
    return new Arrival.Event(event, first, last);
  }
}
