package dev.toolwire.wire.sse;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/// Turns events into bytes, one behind the other in a buffer that is used again and again. Lines
/// end with LF.
///
/// Add events, write [#length] bytes of [#array] to wherever they go, [#clear], and so on. The
/// array is the encoder's own and valid until the next event is added. One thread at a time.
public final class SseEncoder {

  private static final byte[] EVENT = "event: ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] DATA = "data: ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] COMMENT = ": ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] RETRY = "retry: ".getBytes(StandardCharsets.US_ASCII);

  private final SseLimits limits;
  private final ByteRun out = new ByteRun();

  public SseEncoder() {
    this(SseLimits.DEFAULT);
  }

  /// An encoder that refuses what a decoder with these limits would.
  public SseEncoder(SseLimits limits) {
    this.limits = limits;
  }

  /// Adds an event without a type.
  ///
  /// @throws IllegalArgumentException for data beyond the limits, or with a CR in it, which would
  ///   arrive as an LF
  /// @throws IllegalStateException when the buffer cannot take this event too
  public void event(byte[] data, int offset, int count) {
    requireFits(data, offset, count);
    data(data, offset, count);
  }

  /// Adds an event of a type.
  ///
  /// @throws IllegalArgumentException for data beyond the limits, or with a CR in it, which would
  ///   arrive as an LF; for a type that is empty or of more than one line
  /// @throws IllegalStateException when the buffer cannot take this event too
  public void event(String type, byte[] data, int offset, int count) {
    requireFits(data, offset, count);
    if (type.isEmpty()) {
      throw new IllegalArgumentException("the type of an event is empty; leave it away");
    }
    line(EVENT, type);
    data(data, offset, count);
  }

  /// Adds a comment, which clients skip; a sign of life for what is between.
  public void comment(String text) {
    line(COMMENT, text);
    out.append('\n');
  }

  /// Adds how long a client should wait before it connects again.
  public void retry(long millis) {
    line(RETRY, Long.toString(millis));
    out.append('\n');
  }

  /// The buffer; its first [#length] bytes are events.
  public byte[] array() {
    return out.array();
  }

  public int length() {
    return out.length();
  }

  /// Forgets all events.
  public void clear() {
    out.clear();
  }

  /// A copy of all events; the encoder is clear afterwards.
  public byte[] take() {
    byte[] events = Arrays.copyOf(out.array(), out.length());
    clear();
    return events;
  }

  private void data(byte[] data, int offset, int count) {
    int end = offset + count;
    int from = offset;
    for (int i = offset; i < end; i++) {
      if (data[i] == '\n') {
        dataLine(data, from, i);
        from = i + 1;
      }
    }
    dataLine(data, from, end);
    out.append('\n');
  }

  private void dataLine(byte[] data, int from, int end) {
    out.append(DATA, 0, DATA.length);
    out.append(data, from, end - from);
    out.append('\n');
  }

  private void line(byte[] field, String text) {
    byte[] value = text.getBytes(StandardCharsets.UTF_8);
    if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
      throw new IllegalArgumentException("\"" + text + "\" is more than one line");
    }
    requireAtMost("a line", field.length + value.length, limits.maxLineBytes());
    requireRoom(value.length);
    out.append(field, 0, field.length);
    out.append(value, 0, value.length);
    out.append('\n');
  }

  private void requireFits(byte[] data, int offset, int count) {
    Objects.checkFromIndexSize(offset, count, data.length);
    requireAtMost("data", count, limits.maxDataBytes());
    int from = offset;
    for (int i = offset; i < offset + count; i++) {
      if (data[i] == '\r') {
        throw new IllegalArgumentException(
            "data with a CR at byte %d would arrive with an LF there; escape it"
                .formatted(i - offset));
      }
      if (data[i] == '\n') {
        requireAtMost("a line", DATA.length + i - from, limits.maxLineBytes());
        from = i + 1;
      }
    }
    requireAtMost("a line", DATA.length + offset + count - from, limits.maxLineBytes());
    requireRoom(count);
  }

  private static void requireAtMost(String what, int bytes, int limit) {
    if (bytes > limit) {
      throw new IllegalArgumentException(
          "%s of %d bytes exceeds the limit of %d; split it".formatted(what, bytes, limit));
    }
  }

  private void requireRoom(int more) {
    if (more > limits.maxDataBytes() - out.length() && out.length() > 0) {
      throw new IllegalStateException(
          "%d bytes of events wait and %d more exceed the %d that an encoder holds; take them first"
              .formatted(out.length(), more, limits.maxDataBytes()));
    }
  }
}
