package dev.toolwire.bench.loop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.CRC32;

/// Event-stream frames by hand: lengths, both checksums, and the payload. Headers are skipped; the
/// payload tells what it is.
final class BareFrames {

  /// Where bytes come from; -1 at the end.
  interface Source {
    int read(byte[] into, int offset, int length) throws IOException;
  }

  private static final int PRELUDE = 12;

  private final Source source;
  private final CRC32 crc = new CRC32();
  private byte[] buffer = new byte[8192];
  private int start;
  private int end;
  private int frameEnd;

  BareFrames(Source source) {
    this.source = source;
  }

  /// Goes to the next frame; false if there is none.
  boolean next() throws IOException {
    start = frameEnd;
    if (!has(PRELUDE)) {
      return false;
    }
    check(8);
    int total = intAt(start);
    if (!has(total)) {
      throw new EOFException("the stream ended inside a frame");
    }
    check(total - 4);
    frameEnd = start + total;
    return true;
  }

  private boolean has(int wanted) throws IOException {
    while (end - start < wanted) {
      if (start > 0) {
        System.arraycopy(buffer, start, buffer, 0, end - start);
        end -= start;
        start = 0;
      }
      if (wanted > buffer.length) {
        buffer = Arrays.copyOf(buffer, wanted);
      }
      int n = source.read(buffer, end, buffer.length - end);
      if (n < 0) {
        return false;
      }
      end += n;
    }
    return true;
  }

  private void check(int covered) throws IOException {
    crc.reset();
    crc.update(buffer, start, covered);
    if ((int) crc.getValue() != intAt(start + covered)) {
      throw new IOException("wrong checksum");
    }
  }

  private int intAt(int at) {
    return (buffer[at] & 0xff) << 24
        | (buffer[at + 1] & 0xff) << 16
        | (buffer[at + 2] & 0xff) << 8
        | (buffer[at + 3] & 0xff);
  }

  private int payloadStart() {
    return start + PRELUDE + intAt(start + 4);
  }

  /// Appends the JSON string that follows the first `marker` in the payload, unescaped; false if
  /// there is no such marker.
  boolean appendString(byte[] marker, StringBuilder out) {
    int limit = frameEnd - 4;
    int from = find(marker, limit);
    if (from < 0) {
      return false;
    }
    int at = from;
    while (buffer[at] != '"') {
      if (buffer[at] == '\\') {
        out.append(new String(buffer, from, at - from, UTF_8));
        char c = (char) buffer[at + 1];
        out.append(c == 'n' ? '\n' : c == 't' ? '\t' : c);
        at += 2;
        from = at;
      } else {
        at++;
      }
    }
    out.append(new String(buffer, from, at - from, UTF_8));
    return true;
  }

  private int find(byte[] marker, int limit) {
    for (int i = payloadStart(); i + marker.length <= limit; i++) {
      if (buffer[i] == marker[0]
          && Arrays.equals(buffer, i, i + marker.length, marker, 0, marker.length)) {
        return i + marker.length;
      }
    }
    return -1;
  }
}
