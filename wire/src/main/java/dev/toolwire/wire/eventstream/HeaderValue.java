package dev.toolwire.wire.eventstream;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;

/// A header's value: the ten wire types, `true` and `false` being two of them.
///
/// @see <a href="https://smithy.io/2.0/aws/amazon-eventstream.html#headers-format">Headers
///   format</a>
public sealed interface HeaderValue {
  /// Types 0 (true) and 1 (false), which have no value bytes.
  record BoolValue(boolean value) implements HeaderValue {}

  /// Type 2.
  record ByteValue(byte value) implements HeaderValue {}

  /// Type 3.
  record ShortValue(short value) implements HeaderValue {}

  /// Type 4.
  record IntValue(int value) implements HeaderValue {}

  /// Type 5.
  record LongValue(long value) implements HeaderValue {}

  /// Type 6, up to 32,767 bytes, or none. Holds its own copy and hands out copies; equal by
  /// content.
  @SuppressWarnings("ArrayRecordComponent") // copied at the door, compared by content
  record BytesValue(byte[] value) implements HeaderValue {
    public BytesValue {
      requireFits("byte array", value.length);
      value = value.clone();
    }

    @Override
    public byte[] value() {
      return value.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof BytesValue(byte[] theirs) && Arrays.equals(value, theirs);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(value);
    }

    @Override
    public String toString() {
      return "BytesValue[" + HexFormat.of().formatHex(value) + "]";
    }
  }

  /// Type 7, up to 32,767 bytes of UTF-8. May be empty, which the grammar forbids: peers do it.
  record StringValue(String value) implements HeaderValue {
    public StringValue {
      requireFits("string", Utf8.encode(value).length);
    }
  }

  /// Type 8, milliseconds since 1970-01-01T00:00:00Z: the wire knows nothing finer.
  record TimestampValue(long epochMillis) implements HeaderValue {
    /// The same moment as an [Instant].
    public Instant instant() {
      return Instant.ofEpochMilli(epochMillis);
    }
  }

  /// Type 9.
  record UuidValue(UUID value) implements HeaderValue {}

  private static void requireFits(String what, int length) {
    if (length > FrameLayout.MAX_VALUE_BYTES) {
      throw new IllegalArgumentException(
          "%s header value of %d bytes; the wire carries at most %d"
              .formatted(what, length, FrameLayout.MAX_VALUE_BYTES));
    }
  }
}
