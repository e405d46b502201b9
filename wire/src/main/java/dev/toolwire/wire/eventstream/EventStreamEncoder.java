package dev.toolwire.wire.eventstream;

import java.util.Arrays;
import java.util.Objects;
import java.util.zip.CRC32;

/// Turns messages into frames, one behind the other in a buffer that is used again and again.
///
/// Add frames, write [#length] bytes of [#array] to wherever they go, [#clear], and so on. The
/// array is the encoder's own and valid until the next frame is added. The buffer holds at most as
/// many bytes as one frame of the largest legal size. One thread at a time.
public final class EventStreamEncoder {
  private static final byte[] NOTHING = {};
  private static final int FIRST_BYTES = 512;

  /// A larger buffer than this is given back by [#clear].
  static final int MAX_IDLE_BYTES = 64 * 1024;

  private final EventStreamLimits limits;
  private final CRC32 crc = new CRC32();
  private byte[] array = NOTHING;
  private int length;

  /// An encoder with the specification's limits.
  public EventStreamEncoder() {
    this(EventStreamLimits.DEFAULT);
  }

  /// An encoder that refuses messages beyond these limits.
  public EventStreamEncoder(EventStreamLimits limits) {
    this.limits = limits;
  }

  /// One message as one frame, for when there is no stream of them.
  ///
  /// @throws IllegalArgumentException for a message beyond the specification's limits
  public static byte[] encode(EventStreamMessage message) {
    EventStreamEncoder encoder = new EventStreamEncoder();
    encoder.message(message);
    return encoder.take();
  }

  /// Adds a frame with any headers.
  ///
  /// @throws IllegalArgumentException for a message beyond the limits
  /// @throws IllegalStateException when the buffer cannot take this frame too
  public void message(EventStreamMessage message) {
    byte[] payload = message.payload();
    frame(HeaderWriter.write(message.headers()), payload, 0, payload.length);
  }

  /// Adds an event with a JSON payload, given as a slice. The short way for ConverseStream.
  ///
  /// @throws IllegalArgumentException for an empty type or a payload beyond the limit
  /// @throws IllegalStateException when the buffer cannot take this frame too
  public void event(String eventType, byte[] payload, int offset, int count) {
    frame(HeaderBlock.event(eventType).encoded, payload, offset, count);
  }

  /// Adds a modeled exception with a JSON payload, given as a slice.
  ///
  /// @throws IllegalArgumentException for an empty type or a payload beyond the limit
  /// @throws IllegalStateException when the buffer cannot take this frame too
  public void exception(String exceptionType, byte[] payload, int offset, int count) {
    frame(HeaderBlock.exception(exceptionType).encoded, payload, offset, count);
  }

  /// The buffer; its first [#length] bytes are frames.
  public byte[] array() {
    return array;
  }

  /// How many bytes of frames there are.
  public int length() {
    return length;
  }

  /// Forgets all frames.
  public void clear() {
    length = 0;
    array = array.length > MAX_IDLE_BYTES ? NOTHING : array;
  }

  /// A copy of all frames; the encoder is clear afterwards.
  public byte[] take() {
    byte[] frames = Arrays.copyOf(array, length);
    clear();
    return frames;
  }

  private void frame(byte[] headers, byte[] payload, int offset, int count) {
    Objects.checkFromIndexSize(offset, count, payload.length);
    requireFits("header section", headers.length, limits.maxHeadersBytes());
    requireFits("payload", count, limits.maxPayloadBytes());
    int total = FrameLayout.OVERHEAD_BYTES + headers.length + count;
    reserve(total);
    int start = length;
    int headersAt = start + FrameLayout.PRELUDE_BYTES;
    FrameLayout.putInt(array, start, total);
    FrameLayout.putInt(array, start + FrameLayout.HEADERS_LENGTH_AT, headers.length);
    putCrc(start, FrameLayout.PRELUDE_CRC_AT);
    System.arraycopy(headers, 0, array, headersAt, headers.length);
    System.arraycopy(payload, offset, array, headersAt + headers.length, count);
    putCrc(start, total - FrameLayout.CRC_BYTES);
    length = start + total;
  }

  private void putCrc(int start, int covered) {
    crc.reset();
    crc.update(array, start, covered);
    FrameLayout.putInt(array, start + covered, (int) crc.getValue());
  }

  private void reserve(int more) {
    if (more > limits.maxFrameBytes() - length) {
      throw new IllegalStateException(
          "%d bytes of frames wait and %d more exceed the %d that an encoder holds; take them first"
              .formatted(length, more, limits.maxFrameBytes()));
    }
    if (array.length - length < more) {
      int roomy = Math.min(Math.max(2 * array.length, FIRST_BYTES), limits.maxFrameBytes());
      array = Arrays.copyOf(array, Math.max(length + more, roomy));
    }
  }

  private static void requireFits(String part, int bytes, int limit) {
    if (bytes > limit) {
      throw new IllegalArgumentException(
          "%s of %d bytes exceeds the event stream's limit of %d; split it"
              .formatted(part, bytes, limit));
    }
  }
}
