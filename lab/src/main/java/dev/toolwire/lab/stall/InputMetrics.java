package dev.toolwire.lab.stall;

/// How the input of one tool call arrived. Times are in nanoseconds; the definitions are in
/// `docs/stall-metrics.md`.
///
/// @param bytes UTF-8 bytes of the input
/// @param openedAt when its block began, counted from the first request of the run
/// @param openNanos from the start of the block to its stop, or to where the answer broke off
/// @param toFirstByte from the start of the block to the first non-empty delta; to the end of the
///   block if there was none
/// @param maxGap the longest time without a non-empty delta while the block was open
/// @param maxGapAt when that began, counted from the first request of the run
/// @param maxGapOffset how many bytes of the input had come when it began
/// @param burst10 bytes that came within 10 ms from the end of that gap
/// @param burst100 the same within 100 ms
/// @param burst1000 the same within a second
/// @param silentShare the share of the open time that lies in silences, from 0 to 1
/// @param smoothness 1 if bytes came at a constant rate, 0 if all came at the end
public record InputMetrics(
    long bytes,
    long openedAt,
    long openNanos,
    long toFirstByte,
    long maxGap,
    long maxGapAt,
    long maxGapOffset,
    long burst10,
    long burst100,
    long burst1000,
    double silentShare,
    double smoothness) {

  /// What part of the input came in that many bytes; 0 for an empty input.
  public double share(long burst) {
    return bytes == 0 ? 0 : burst / (double) bytes;
  }
}
