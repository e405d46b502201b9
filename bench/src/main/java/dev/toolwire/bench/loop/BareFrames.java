package dev.toolwire.bench.loop;

import java.io.EOFException;
import java.io.IOException;
import java.util.zip.CRC32;

/// Event-stream frames by hand: lengths, both checksums, and the payload. Headers are skipped; the
/// payload tells what it is.
final class BareFrames implements BareParts {

  private static final int PRELUDE = 12;

  private final BareBytes bytes;
  private final CRC32 crc = new CRC32();
  private int frameEnd;

  BareFrames(BareBytes.Source source) {
    this.bytes = new BareBytes(source);
  }

  @Override
  public boolean next() throws IOException {
    bytes.start = frameEnd;
    if (!bytes.has(PRELUDE)) {
      return false;
    }
    check(8);
    int total = intAt(bytes.start);
    if (!bytes.has(total)) {
      throw new EOFException("the stream ended inside a frame");
    }
    check(total - 4);
    frameEnd = bytes.start + total;
    return true;
  }

  private void check(int covered) throws IOException {
    crc.reset();
    crc.update(bytes.buffer, bytes.start, covered);
    if ((int) crc.getValue() != intAt(bytes.start + covered)) {
      throw new IOException("wrong checksum");
    }
  }

  private int intAt(int at) {
    byte[] buffer = bytes.buffer;
    return (buffer[at] & 0xff) << 24
        | (buffer[at + 1] & 0xff) << 16
        | (buffer[at + 2] & 0xff) << 8
        | (buffer[at + 3] & 0xff);
  }

  private int payloadStart() {
    return bytes.start + PRELUDE + intAt(bytes.start + 4);
  }

  @Override
  public boolean appendString(byte[] marker, StringBuilder out) {
    return bytes.appendString(marker, payloadStart(), frameEnd - 4, out);
  }
}
