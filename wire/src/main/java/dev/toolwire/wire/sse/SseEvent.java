package dev.toolwire.wire.sse;

import dev.toolwire.model.Arrival;
import dev.toolwire.model.StreamEvent;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// An event as it lies in the decoder's input: a view, not a copy.
///
/// There is one of these per decoder and it is used again for the next event, so that reading an
/// event costs no memory. It is valid until the next call of any method of its decoder; texts may
/// be kept.
public final class SseEvent implements Decoded {

  /// The type of an event that names none.
  public static final String MESSAGE = "message";

  private byte[] array = {};
  private int offset;
  private int length;
  private String type = MESSAGE;
  private String lastEventId = "";
  private long number;
  private long startsAt;
  private long endsAt;
  private long firstByteNanos;
  private long lastByteNanos;

  SseEvent() {}

  void say(String newType, String newLastEventId) {
    type = newType;
    lastEventId = newLastEventId;
  }

  void view(byte[] newArray, int newOffset, int newLength) {
    array = newArray;
    offset = newOffset;
    length = newLength;
  }

  void place(long newNumber, long newStartsAt, long newEndsAt) {
    number = newNumber;
    startsAt = newStartsAt;
    endsAt = newEndsAt;
  }

  void arrive(long newFirstByteNanos, long newLastByteNanos) {
    firstByteNanos = newFirstByteNanos;
    lastByteNanos = newLastByteNanos;
  }

  /// What the field `event` says; [#MESSAGE] if there is none or an empty one.
  public String type() {
    return type;
  }

  /// The last `id` of the stream so far, this event's included; empty if there was none.
  public String lastEventId() {
    return lastEventId;
  }

  /// The array in which the data lies; often the very one that was fed. Not to be written to.
  public byte[] array() {
    return array;
  }

  /// Where in [#array] the data begins.
  public int dataOffset() {
    return offset;
  }

  /// How many bytes of data there are, 0 or more.
  public int dataLength() {
    return length;
  }

  /// The data as a text; what is not UTF-8 in it becomes U+FFFD.
  public String data() {
    return new String(array, offset, length, StandardCharsets.UTF_8);
  }

  /// Which event of its stream this is, counted from 1.
  public long number() {
    return number;
  }

  /// The stream's offset of the event's first byte, counted from 0.
  public long startsAt() {
    return startsAt;
  }

  /// When the first byte was read from the network.
  public long firstByteNanos() {
    return firstByteNanos;
  }

  /// When the last byte was read from the network.
  public long lastByteNanos() {
    return lastByteNanos;
  }

  /// What this event means, with the times at which it came.
  public Arrival.Event stamped(StreamEvent meaning) {
    return new Arrival.Event(meaning, firstByteNanos, lastByteNanos);
  }

  /// One aligned line, such as `<< #7 142B event content_block_delta`.
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "<< #%-5d %7dB event %s", number, endsAt - startsAt, type);
  }
}
