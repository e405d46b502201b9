package dev.toolwire.wire.eventstream;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// A frame as it lies in the decoder's input: a view, not a copy.
///
/// There is one of these per decoder and it is used again for the next frame, so that reading a
/// frame costs no memory. It is valid until the next call of any method of its decoder; [#message]
/// makes a copy to keep. [#kind] and [#headers] are immutable and may be kept as they are.
public final class EventStreamFrame implements Decoded {
  private byte[] array = {};
  private int start;
  private int length;
  private HeaderBlock block = HeaderBlock.event("contentBlockDelta");
  private long number;
  private long startsAt;

  EventStreamFrame() {}

  void view(byte[] newArray, int newStart, int newLength, HeaderBlock newBlock) {
    array = newArray;
    start = newStart;
    length = newLength;
    block = newBlock;
  }

  void place(long newNumber, long newStartsAt) {
    number = newNumber;
    startsAt = newStartsAt;
  }

  /// What the headers say the message is. The same object for every frame with the same headers.
  public MessageKind kind() {
    return block.kind;
  }

  /// All headers in the order of the wire.
  public List<Header> headers() {
    return block.headers;
  }

  /// The array in which the payload lies; often the very one that was fed. Not to be written to.
  public byte[] array() {
    return array;
  }

  /// Where in [#array] the payload begins.
  public int payloadOffset() {
    return start + FrameLayout.PRELUDE_BYTES + block.encoded.length;
  }

  /// How many bytes of payload there are, 0 or more.
  public int payloadLength() {
    return length - FrameLayout.OVERHEAD_BYTES - block.encoded.length;
  }

  /// How many bytes the whole frame took on the wire.
  public int length() {
    return length;
  }

  /// Which frame of its stream this is, counted from 1.
  public long number() {
    return number;
  }

  /// The stream's offset of the frame's first byte, counted from 0.
  public long startsAt() {
    return startsAt;
  }

  /// A copy that outlives the decoder's next call.
  public EventStreamMessage message() {
    int from = payloadOffset();
    byte[] payload = Arrays.copyOfRange(array, from, from + payloadLength());
    return new EventStreamMessage(block.headers, payload);
  }

  /// One aligned line, such as `<< #7 142B event contentBlockDelta`.
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "<< #%-5d %7dB %s", number, length, block.kind.label());
  }
}
