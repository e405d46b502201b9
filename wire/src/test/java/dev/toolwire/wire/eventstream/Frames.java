package dev.toolwire.wire.eventstream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.zip.CRC32;

/// Frames written out by hand, right and wrong ones.
final class Frames {
  private Frames() {}

  /// Bytes from annotated hex: what follows `|` on a line is a remark, blanks do not count.
  static byte[] hex(String annotated) {
    return HexFormat.of().parseHex(annotated.replaceAll("\\|.*", "").replaceAll("\\s", ""));
  }

  static byte[] event(String type, String json) {
    return EventStreamEncoder.encode(
        EventStreamMessage.of(new MessageKind.Event(type), json.getBytes(UTF_8)));
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  /// A frame with these header bytes, whatever they say, and right lengths and checksums.
  static byte[] withHeaders(byte[] headers) {
    byte[] frame = withLengths(16 + headers.length, headers.length, 16 + headers.length);
    System.arraycopy(headers, 0, frame, 12, headers.length);
    return sealed(frame);
  }

  /// A frame of `actual` bytes that claims these lengths in a prelude with a right checksum.
  static byte[] withLengths(int total, int headers, int actual) {
    byte[] frame = new byte[actual];
    FrameLayout.putInt(frame, 0, total);
    FrameLayout.putInt(frame, 4, headers);
    FrameLayout.putInt(frame, 8, crc(frame, 8));
    return frame;
  }

  /// The same frame with the message checksum that it should have.
  static byte[] sealed(byte[] frame) {
    int covered = frame.length - 4;
    FrameLayout.putInt(frame, covered, crc(frame, covered));
    return frame;
  }

  private static int crc(byte[] bytes, int covered) {
    CRC32 crc = new CRC32();
    crc.update(bytes, 0, covered);
    return (int) crc.getValue();
  }
}
