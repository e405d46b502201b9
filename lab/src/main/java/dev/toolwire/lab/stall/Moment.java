package dev.toolwire.lab.stall;

/// One thing that was seen on a wire, and when.
///
/// @param nanos when its last byte was read, in nanoseconds since the run began
/// @param firstByteNanos when its first byte was read; equal to `nanos` for what has no length
/// @param block the number of its block in the message; -1 for what belongs to no block
/// @param bytes for a delta the UTF-8 length of its content, for [Kind#BYTES] how many arrived
public record Moment(Kind kind, long nanos, long firstByteNanos, int block, int bytes) {

  /// What was seen.
  public enum Kind {
    /// A request went out. A run that calls tools has several.
    SENT(false),
    /// The status and the headers of the response.
    HEAD(false),
    /// Bytes of the response's body, whatever they hold.
    BYTES(false),
    MESSAGE_START(true),
    TEXT_DELTA(true),
    REASONING_DELTA(true),
    TOOL_USE_START(true),
    /// A piece of a tool's input; it may be empty.
    TOOL_INPUT_DELTA(true),
    /// A block that came whole, a signature, a citation.
    OTHER_CONTENT(true),
    CONTENT_BLOCK_STOP(true),
    MESSAGE_STOP(true),
    METADATA(true),
    PING(true),
    UNRECOGNIZED(true),
    /// The answer came to its proper end.
    COMPLETED(false),
    /// The answer broke off.
    BROKEN(false);

    private final boolean event;

    Kind(boolean event) {
      this.event = event;
    }

    /// Whether it is an event of the model's answer rather than of the connection.
    public boolean isEvent() {
      return event;
    }
  }

  public Moment {
    if (firstByteNanos > nanos) {
      throw new IllegalArgumentException(
          kind + ": its first byte came at " + firstByteNanos + " ns, its last at " + nanos);
    }
    if (bytes < 0) {
      throw new IllegalArgumentException(kind + " has " + bytes + " bytes");
    }
  }

  /// A moment of no length.
  public static Moment at(Kind kind, long nanos, int block, int bytes) {
    return new Moment(kind, nanos, nanos, block, bytes);
  }
}
