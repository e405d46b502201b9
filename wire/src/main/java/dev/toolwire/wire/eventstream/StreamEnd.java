package dev.toolwire.wire.eventstream;

/// How a stream stood when its last byte had come.
public sealed interface StreamEnd {
  /// It ended behind a whole frame, or before the first one.
  ///
  /// @param frames how many frames it held
  record OnFrameBoundary(long frames) implements StreamEnd {}

  /// It was cut inside a frame.
  ///
  /// @param number the frame that was cut, counted from 1
  /// @param startsAt the stream's offset of that frame's first byte
  /// @param received how many bytes of it came
  /// @param missing how many more it needed; a lower bound while `received` is below 12, because
  ///   the frame's length was not known yet
  record MidFrame(long number, long startsAt, int received, int missing) implements StreamEnd {
    /// The facts as a sentence for an error message, with what to do about it.
    public String describe() {
      boolean lengthKnown = received >= FrameLayout.PRELUDE_BYTES;
      return "stream ended %d bytes into frame %d, which begins at byte %d; %s%d more bytes were due, retry the request"
          .formatted(received, number, startsAt, lengthKnown ? "" : "at least ", missing);
    }
  }
}
