package dev.toolwire.wire.eventstream;

/// What [EventStreamDecoder#next()] answers.
public sealed interface Decoded permits EventStreamFrame, Decoded.NeedBytes {
  /// The bytes fed so far hold no further frame. An ordinary answer, not a failure.
  ///
  /// @param atLeast how many more bytes must come before there can be another answer, 1 or more
  record NeedBytes(int atLeast) implements Decoded {}
}
