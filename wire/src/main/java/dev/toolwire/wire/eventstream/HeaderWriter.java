package dev.toolwire.wire.eventstream;

import dev.toolwire.wire.eventstream.HeaderValue.BoolValue;
import dev.toolwire.wire.eventstream.HeaderValue.ByteValue;
import dev.toolwire.wire.eventstream.HeaderValue.BytesValue;
import dev.toolwire.wire.eventstream.HeaderValue.IntValue;
import dev.toolwire.wire.eventstream.HeaderValue.LongValue;
import dev.toolwire.wire.eventstream.HeaderValue.ShortValue;
import dev.toolwire.wire.eventstream.HeaderValue.StringValue;
import dev.toolwire.wire.eventstream.HeaderValue.TimestampValue;
import dev.toolwire.wire.eventstream.HeaderValue.UuidValue;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.UUID;

/// Writes one header section. The mirror image of [HeaderReader].
final class HeaderWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private HeaderWriter() {}

  static byte[] write(List<Header> headers) {
    HeaderWriter writer = new HeaderWriter();
    headers.forEach(writer::header);
    return writer.out.toByteArray();
  }

  private void header(Header header) {
    byte[] name = Utf8.encode(header.name());
    out.write(name.length);
    out.writeBytes(name);
    value(header.value());
  }

  private void value(HeaderValue value) {
    switch (value) {
      case BoolValue(boolean bool) -> out.write(bool ? HeaderType.TRUE : HeaderType.FALSE);
      case ByteValue(byte number) -> put(HeaderType.BYTE, number, Byte.BYTES);
      case ShortValue(short number) -> put(HeaderType.SHORT, number, Short.BYTES);
      case IntValue(int number) -> put(HeaderType.INT, number, Integer.BYTES);
      case LongValue(long number) -> put(HeaderType.LONG, number, Long.BYTES);
      case BytesValue(byte[] bytes) -> put(HeaderType.BYTES, bytes);
      case StringValue(String text) -> put(HeaderType.STRING, Utf8.encode(text));
      case TimestampValue(long millis) -> put(HeaderType.TIMESTAMP, millis, Long.BYTES);
      case UuidValue(UUID uuid) -> {
        put(HeaderType.UUID, uuid.getMostSignificantBits(), Long.BYTES);
        bigEndian(uuid.getLeastSignificantBits(), Long.BYTES);
      }
    }
  }

  private void put(int type, byte[] bytes) {
    out.write(type);
    bigEndian(bytes.length, Short.BYTES);
    out.writeBytes(bytes);
  }

  private void put(int type, long number, int bytes) {
    out.write(type);
    bigEndian(number, bytes);
  }

  private void bigEndian(long number, int bytes) {
    for (int shift = (bytes - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      out.write((int) (number >>> shift));
    }
  }
}
