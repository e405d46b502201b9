package dev.toolwire.wire.eventstream;

import dev.toolwire.model.MalformedWireException;
import dev.toolwire.wire.eventstream.HeaderValue.BoolValue;
import dev.toolwire.wire.eventstream.HeaderValue.ByteValue;
import dev.toolwire.wire.eventstream.HeaderValue.BytesValue;
import dev.toolwire.wire.eventstream.HeaderValue.IntValue;
import dev.toolwire.wire.eventstream.HeaderValue.LongValue;
import dev.toolwire.wire.eventstream.HeaderValue.ShortValue;
import dev.toolwire.wire.eventstream.HeaderValue.StringValue;
import dev.toolwire.wire.eventstream.HeaderValue.TimestampValue;
import dev.toolwire.wire.eventstream.HeaderValue.UuidValue;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Reads one header section, once. The mirror image of [HeaderWriter].
final class HeaderReader {
  private final ByteBuffer in;
  private final FramePosition frame;

  HeaderReader(byte[] section, FramePosition frame) {
    this.in = ByteBuffer.wrap(section);
    this.frame = frame;
  }

  /// All headers in the order of the wire. A name that comes twice is refused: the specification
  /// forbids it, and to choose one of the two would lose the other.
  List<Header> read() {
    List<Header> headers = new ArrayList<>();
    Set<String> names = new HashSet<>();
    while (in.hasRemaining()) {
      int start = in.position();
      Header header = header();
      if (!names.add(header.name())) {
        throw malformed("repeated header", start, "a name may come once in a message");
      }
      headers.add(header);
    }
    return headers;
  }

  private Header header() {
    int start = in.position();
    int nameLength = Byte.toUnsignedInt(in.get());
    if (nameLength == 0) {
      throw malformed("empty header name", start, "got 0 bytes, expected 1 to 255");
    }
    String name = text(nameLength, "header name");
    return new Header(name, value());
  }

  private HeaderValue value() {
    int start = in.position();
    int type = Byte.toUnsignedInt(need(1, "header value type").get());
    return switch (type) {
      case HeaderType.TRUE -> new BoolValue(true);
      case HeaderType.FALSE -> new BoolValue(false);
      case HeaderType.BYTE -> new ByteValue(need(1, "byte").get());
      case HeaderType.SHORT -> new ShortValue(need(2, "short").getShort());
      case HeaderType.INT -> new IntValue(need(4, "integer").getInt());
      case HeaderType.LONG -> new LongValue(need(8, "long").getLong());
      case HeaderType.BYTES -> new BytesValue(bytes(valueLength(), "byte array"));
      case HeaderType.STRING -> new StringValue(text(valueLength(), "string"));
      case HeaderType.TIMESTAMP -> new TimestampValue(need(8, "timestamp").getLong());
      case HeaderType.UUID -> new UuidValue(uuid(need(16, "UUID")));
      default ->
          throw malformed("unknown header value type", start, "got " + type + ", expected 0 to 9");
    };
  }

  private int valueLength() {
    int start = in.position();
    int length = Short.toUnsignedInt(need(2, "value length").getShort());
    if (length > FrameLayout.MAX_VALUE_BYTES) {
      throw malformed(
          "header value too long",
          start,
          "got %d bytes, expected at most %d".formatted(length, FrameLayout.MAX_VALUE_BYTES));
    }
    return length;
  }

  private String text(int length, String what) {
    int start = in.position();
    try {
      return Utf8.decode(bytes(length, what));
    } catch (CharacterCodingException e) {
      throw malformed(what + " is not UTF-8", start, "in its " + length + " bytes");
    }
  }

  private byte[] bytes(int length, String what) {
    byte[] bytes = new byte[length];
    need(length, what).get(bytes);
    return bytes;
  }

  private static UUID uuid(ByteBuffer in) {
    return new UUID(in.getLong(), in.getLong());
  }

  private ByteBuffer need(int length, String what) {
    if (in.remaining() < length) {
      throw malformed(
          "header overrun",
          in.position(),
          "%s needs %d bytes, the header section has %d left"
              .formatted(what, length, in.remaining()));
    }
    return in;
  }

  private MalformedWireException malformed(String what, int start, String detail) {
    return frame.malformed(what, FrameLayout.PRELUDE_BYTES + start, detail);
  }
}
