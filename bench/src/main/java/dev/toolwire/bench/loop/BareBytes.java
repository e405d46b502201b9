package dev.toolwire.bench.loop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Arrays;

/// Bytes that have come and are not used yet, between `start` and `end` of `buffer`.
public final class BareBytes {

  /// Where bytes come from; -1 at the end.
  public interface Source {
    int read(byte[] into, int offset, int length) throws IOException;
  }

  private final Source source;
  public byte[] buffer = new byte[8192];
  public int start;
  public int end;

  public BareBytes(Source source) {
    this.source = source;
  }

  /// Waits until so many bytes are there; false if there will never be.
  public boolean has(int wanted) throws IOException {
    while (end - start < wanted) {
      if (start > 0) {
        System.arraycopy(buffer, start, buffer, 0, end - start);
        end -= start;
        start = 0;
      }
      if (wanted > buffer.length) {
        buffer = Arrays.copyOf(buffer, Math.max(wanted, 2 * buffer.length));
      }
      int n = source.read(buffer, end, buffer.length - end);
      if (n < 0) {
        return false;
      }
      end += n;
    }
    return true;
  }

  /// Appends the JSON string that follows the first `marker` between `from` and `limit`, unescaped;
  /// false if there is no such marker.
  public boolean appendString(byte[] marker, int from, int limit, StringBuilder out) {
    int at = find(marker, from, limit);
    if (at < 0) {
      return false;
    }
    int begin = at;
    while (buffer[at] != '"') {
      if (buffer[at] == '\\') {
        out.append(new String(buffer, begin, at - begin, UTF_8));
        char c = (char) buffer[at + 1];
        out.append(c == 'n' ? '\n' : c == 't' ? '\t' : c);
        at += 2;
        begin = at;
      } else {
        at++;
      }
    }
    out.append(new String(buffer, begin, at - begin, UTF_8));
    return true;
  }

  private int find(byte[] marker, int from, int limit) {
    for (int i = from; i + marker.length <= limit; i++) {
      if (buffer[i] == marker[0]
          && Arrays.equals(buffer, i, i + marker.length, marker, 0, marker.length)) {
        return i + marker.length;
      }
    }
    return -1;
  }
}
