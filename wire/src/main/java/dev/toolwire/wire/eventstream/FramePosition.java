package dev.toolwire.wire.eventstream;

import dev.toolwire.model.MalformedWireException;

/// Which frame of a stream is being read. Knows how to say that something in it is wrong.
///
/// @param number counted from 1
/// @param startsAt the stream's offset of the frame's first byte, counted from 0
record FramePosition(long number, long startsAt) {
  /// `what` is wrong at `offset` bytes into this frame; `detail` says what came and what was
  /// expected.
  MalformedWireException malformed(String what, int offset, String detail) {
    return fault(what, offset, detail + "; the stream was cut or re-encoded, retry the request");
  }

  /// The frame is well-formed so far, but one of its parts is over our limit.
  MalformedWireException tooLarge(String part, long got, int limit) {
    return fault(
        part + " too large",
        0,
        "got %d bytes, expected at most %d; raise EventStreamLimits if the peer means it"
            .formatted(got, limit));
  }

  private MalformedWireException fault(String what, int offset, String detail) {
    return new MalformedWireException(
        "%s at byte %d (frame %d): %s".formatted(what, startsAt + offset, number, detail));
  }
}
