package dev.toolwire.wire.sse;

/// How large the parts of a stream may be, in bytes. The standard names no limits; these keep a
/// peer from filling the memory.
///
/// @param maxLineBytes the longest line, without its end, 1 or more
/// @param maxDataBytes the most data of one event, its lines joined, 1 or more
public record SseLimits(int maxLineBytes, int maxDataBytes) {

  /// As much data as a frame of Converse may carry, 24 MiB, also in one line with its field name.
  public static final SseLimits DEFAULT = new SseLimits(24 * 1024 * 1024 + 6, 24 * 1024 * 1024);

  /// Buffers double as they grow, so nothing may be larger than this.
  private static final int CEILING = 1 << 30;

  public SseLimits {
    if (maxLineBytes < 1 || maxDataBytes < 1 || maxLineBytes > CEILING || maxDataBytes > CEILING) {
      throw new IllegalArgumentException(
          "limits of %d bytes a line and %d bytes of data; both must be from 1 to %d"
              .formatted(maxLineBytes, maxDataBytes, CEILING));
    }
  }
}
