package dev.toolwire.wire.eventstream;

/// How large the parts of a frame may be, in bytes, for both directions.
///
/// The defaults are the specification's: 24 MiB of payload and 128 KiB of headers. It asks services
/// to enforce them and clients not to; a client that must read beyond them passes larger ones,
/// because no reader here is without a bound.
///
/// @param maxPayloadBytes the largest payload, 0 or more
/// @param maxHeadersBytes the largest encoded header section, 0 or more
public record EventStreamLimits(int maxPayloadBytes, int maxHeadersBytes) {
  /// The specification's limits.
  public static final EventStreamLimits DEFAULT =
      new EventStreamLimits(24 * 1024 * 1024, 128 * 1024);

  /// No frame may be larger than this, whatever the limits say: buffers double as they grow.
  private static final long MAX_FRAME_BYTES = 1L << 30;

  /// Refuses negative limits and frames of more than 1 GiB.
  public EventStreamLimits {
    long frame = (long) maxPayloadBytes + maxHeadersBytes + FrameLayout.OVERHEAD_BYTES;
    if (maxPayloadBytes < 0 || maxHeadersBytes < 0 || frame > MAX_FRAME_BYTES) {
      throw new IllegalArgumentException(
          "limits of %d payload and %d header bytes; both must be at least 0 and a whole frame at most %d"
              .formatted(maxPayloadBytes, maxHeadersBytes, MAX_FRAME_BYTES));
    }
  }

  /// The largest frame that keeps both limits.
  public int maxFrameBytes() {
    return FrameLayout.OVERHEAD_BYTES + maxHeadersBytes + maxPayloadBytes;
  }
}
