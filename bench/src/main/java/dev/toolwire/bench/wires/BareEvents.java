package dev.toolwire.bench.wires;

import dev.toolwire.bench.loop.BareBytes;
import dev.toolwire.bench.loop.BareParts;
import java.io.IOException;

/// Server-sent events by hand: whatever stands before a blank line. The data tells what it is.
final class BareEvents implements BareParts {

  private final BareBytes bytes;
  private int eventEnd;

  BareEvents(BareBytes.Source source) {
    this.bytes = new BareBytes(source);
  }

  @Override
  public boolean next() throws IOException {
    bytes.start = eventEnd;
    int searched = 0;
    while (true) {
      byte[] buffer = bytes.buffer;
      for (int i = bytes.start + searched; i + 1 < bytes.end; i++) {
        if (buffer[i] == '\n' && buffer[i + 1] == '\n') {
          eventEnd = i + 2;
          return true;
        }
      }
      searched = Math.max(0, bytes.end - bytes.start - 1);
      if (!bytes.has(bytes.end - bytes.start + 1)) {
        return false;
      }
    }
  }

  @Override
  public boolean appendString(byte[] marker, StringBuilder out) {
    return bytes.appendString(marker, bytes.start, eventEnd, out);
  }
}
